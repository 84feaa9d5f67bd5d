"""Every part of the look on one page, and the shell with a list in it: shared by tests and screenshots."""

from datetime import datetime, timedelta

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from massar_desktop.screens.main_window import MainWindow
from massar_desktop.system.locale import current_language
from massar_desktop.widgets.bidi import isolate, ltr
from massar_desktop.widgets.button import Button, KeyHint
from massar_desktop.widgets.card import Card, Page, two_lines
from massar_desktop.widgets.chip import Chip, ChipSpec, FilterChip
from massar_desktop.widgets.choice_edit import ChoiceEdit
from massar_desktop.widgets.editors import CodeEdit, DateEdit, SearchField, TextEdit
from massar_desktop.widgets.fields import LabelledField
from massar_desktop.widgets.labels import Avatar, IconTile, Label
from massar_desktop.widgets.message_line import EmptyState, MessageLine
from massar_desktop.widgets.meter import Meter, Part, ProgressCells
from massar_desktop.widgets.status_strip import LineState, StripState
from massar_desktop.widgets.table import CellRole, Table
from massar_desktop.widgets.tokens import Role, Tone
from massar_desktop.widgets.top_bar import Identity

NOW = datetime(2026, 11, 23, 12, 0)  # noqa: DTZ001  # the strip shows local time as the clock gives it
IDENTITY = Identity(
    "نادية الإدريسي", "Nadia El Idrissi", "المديرية الإقليمية بتارودانت", "Direction prov. de Taroudannt"
)
STRIP = StripState(
    now=NOW,
    last_exchange=NOW - timedelta(minutes=18),
    waiting=7,
    oldest=NOW - timedelta(hours=2),
    line=LineState.WEAK,
    speed=38,
)
PEOPLE: tuple[tuple[str, str, str, tuple[str, str, Tone]], ...] = (
    ("فاطمة الزهراء أيت وعلي", "AIT OUALI Fatima-Zahra", "1427730", ("رخصة مرض", "Maladie", "info")),
    ("فاطمة بنعلي", "BENALI Fatima", "1190482", ("في العمل", "En activité", "ok")),
    ("فاطنة الحسناوي", "HASNAOUI Fatna", "0874416", ("في العمل", "En activité", "ok")),
    ("فاطمة أوبلا", "OUBELLA Fatima", "1533208", ("رخصة ولادة", "Maternité", "plum")),
    ("فاطمة الراجي", "ERRAJI Fatima", "1702255", ("متدربة", "Stagiaire", "warn")),
    ("فاطمة إد بلقاسم", "ID BELKACEM Fatima", "1015567", ("استيداع", "Disponibilité", "danger")),
    ("فاطمة الكبيري", "EL KABIRI Fatima", "1388120", ("في العمل", "En activité", "ok")),
)


class People(QAbstractTableModel):
    """A few invented people, as a table model gives them to the delegate."""

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(PEOPLE)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 4

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        arabic = ("الاسم الكامل", "رقم التأجير", "مقر العمل", "الوضعية")
        return (arabic if current_language() == "ar" else ("Nom et prénom", "PPR", "Affectation", "Situation"))[section]

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> object:
        arabic, latin, ppr, (state_ar, state_fr, tone) = PEOPLE[index.row()]
        first, second = (arabic, latin) if current_language() == "ar" else (latin, arabic)
        place = "متصرف (Administrateur) من الدرجة الثانية" if index.row() == 1 else "م.م. أولاد برحيل"
        if role == Qt.ItemDataRole.DisplayRole:
            return (first, ppr, place, "")[index.column()]
        if role == CellRole.INK and index.column() in (1, 2):
            return "text2"
        if index.column() == 3 and role == CellRole.CHIP:
            return ChipSpec(state_ar if current_language() == "ar" else state_fr, tone)
        if index.column() == 0 and role == CellRole.SECOND:
            return second
        if index.column() == 0 and role == CellRole.HITS:
            at = first.lower().find("فاط" if current_language() == "ar" else "fat")
            return [(at, 3)]
        return None


def people_page() -> Page:
    """Return a page as the list of people will be."""
    page = Page("الأشخاص" if current_language() == "ar" else "Personnes")
    page.beside.setText(ltr("38 ms"))
    page.add_action(Button("تصدير", "quiet", icon="download"))
    page.add_action(Button("شخص جديد", icon="user-plus", key="Ins"))
    search = SearchField("رقم التأجير أو الاسم")
    search.setText("فاط")
    page.body.addWidget(search)
    filters = QHBoxLayout()
    for chip in (FilterChip("تارودانت", "map-pin"), FilterChip("إناث")):
        filters.addWidget(chip)
    filters.addWidget(Button("الإطار", "quiet", icon="funnel"))
    filters.addStretch(1)
    page.body.addLayout(filters)
    card = Card(ground="list")
    table = Table()
    table.setObjectName("people")
    table.setModel(People(table))
    table.set_widths([260, 110, 320, 150], stretched=0)
    table.choose_row(0)
    card.body.addWidget(table)
    page.body.addWidget(card, 1)
    keys = QHBoxLayout()
    for key, text in (("Enter", "فتح الملف"), ("F4", "إجراء جديد")):
        keys.addWidget(KeyHint(key, text))
    keys.addStretch(1)
    page.body.addLayout(keys)
    return page


def shell() -> MainWindow:
    """Return the main window with its rooms, a list of people in front."""
    window = MainWindow(IDENTITY, now=NOW)
    window.add_page("people", people_page())
    window.add_page("conflicts", Page("Conflicts"))
    window.add_page("exchange", exchange_page())
    window.add_page("import_list", Page("Import"))
    window.add_commands()
    window.set_badge("conflicts", 2)
    window.set_strip(STRIP)
    return window


def exchange_page() -> Page:
    """Return a page with the cells of an exchange under way."""
    page = Page("الإرسال جار…")
    page.add_action(Button("إرسال واستقبال الآن", "primary", icon="arrow-up-down", key="F9"))
    card = Card("الخط")
    cells = ProgressCells()
    cells.set_progress(17, 28, running=True, sentence="17 / 28")
    card.body.addWidget(cells)
    page.body.addWidget(card)
    page.body.addWidget(EmptyState("cloud-off", "لا شيء في الانتظار", "كل ما سجلته وصل إلى المركز."), 1)
    return page


def parts() -> QWidget:
    """Return every part in its states, as in the first picture of the look."""
    page = Page("الأجزاء والحالات" if current_language() == "ar" else "Parties et états")
    for card in (_buttons(), _fields(), _chips(), _messages(), _type()):
        page.body.addWidget(card)
    page.body.addStretch(1)
    return page


def _buttons() -> Card:
    card = Card("الأزرار", across=True)
    off = Button("معطل")
    off.setEnabled(False)
    for button in (
        Button("أساسي", "primary", key="Enter"),
        Button("عادي"),
        Button("شهادة العمل", icon="printer", key="Ctrl P"),
        off,
        Button("هادئ", "quiet"),
        Button("إلغاء القرار", "danger"),
    ):
        card.body.addWidget(button)
    card.body.addStretch(1)
    return card


def _fields() -> Card:
    card = Card("الحقول")
    grid = QGridLayout()
    grid.setSpacing(10)
    plain, calculated, code, choice = TextEdit(), TextEdit(), CodeEdit(), ChoiceEdit()
    plain.setText("عادي")
    calculated.setText("محسوب")
    calculated.set_calculated()
    code.setText("+212 6 61 04 52 77")
    choice.set_choices([("a", "متصرفة تربوية"), ("b", "أستاذة التعليم الابتدائي")])
    choice.set_choice("a")
    wrong = CodeEdit()
    wrong.setText("2026/1184")
    day = DateEdit(lambda text: text)
    day.setText("20/11/2026")
    fields = [
        LabelledField("الاسم العائلي", plain, required=True),
        LabelledField("إلى (محسوب)", calculated, help_text="الجمعة، الاستئناف الاثنين 07/12"),
        LabelledField("الهاتف", code),
        LabelledField("الإطار", choice),
        LabelledField("رقم مكتب الضبط", wrong, required=True),
        LabelledField("تاريخ الازدياد", day, help_text=f"حسب {isolate('BENALI')}"),
        LabelledField("فارغ", DateEdit(lambda text: text, partial=True)),
    ]
    fields[4].set_problem("مستعمل: ملف SALHI Brahim")
    for number, field in enumerate(fields):
        grid.addWidget(field, number // 4, number % 4)
    card.body.addLayout(grid)
    return card


def _chips() -> Card:
    card = Card("حالات المزامنة", across=True)
    for chip in (
        Chip("على هذا الحاسوب فقط", "neutral", "monitor"),
        Chip("في الانتظار", "warn", "clock"),
        Chip("وصل المركز", "ok", "circle-check"),
        Chip("تعارض", "danger", "git-compare"),
        Chip("En attente", "plum", "building"),
        Chip("مسجل", "info"),
    ):
        card.body.addWidget(chip)
    card.body.addWidget(IconTile("stethoscope", "info"))
    card.body.addWidget(Avatar("فاطمة الزهراء", size=48))
    card.body.addWidget(Avatar("AIT OUALI Fatima", "plum", size=48))
    card.body.addWidget(two_lines(Label("فاطمة الزهراء", "h3"), Label("AIT OUALI Fatima", "cap", "text2")))
    card.body.addStretch(1)
    return card


def _messages() -> Card:
    card = Card("رسائل")
    card.body.addWidget(MessageLine("الشهادة داخل الأجل القانوني", "", "ok"))
    card.body.addWidget(MessageLine("رقم مكتب الضبط مستعمل", "اختر الرقم الموالي المقترح: 2026/1187", "danger"))
    meter = Meter()
    meter.set_parts([Part(27, "info"), Part(15)], whole=90, sentence="42 / 90")
    card.body.addWidget(meter)
    return card


def _type() -> Card:
    card = Card(across=True)
    sizes: tuple[tuple[Role, str], ...] = (("num", "61"), ("h1", "خط 22"), ("h2", "خط 17"), ("h3", "خط 14 عريض"))
    for role, text in sizes:
        card.body.addWidget(Label(text, role))
    card.body.addWidget(Label("شَهَادَةُ العمل، أڭادير، JC482190", "sub", "text2"))
    card.body.addStretch(1)
    return card

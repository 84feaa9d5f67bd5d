"""The default form: an editor for every field of every kind a clerk fills, checks while typing, both languages."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from massar_desktop.forms.editors import SCHOOLS, FieldEditor, table_of
from massar_desktop.forms.form import RecordForm
from massar_desktop.system.locale import Language
from massar_desktop.system.wording import code_text, field_label
from massar_desktop.widgets import theme
from massar_desktop.widgets.choice_edit import ChoiceEdit
from massar_desktop.widgets.editors import CodeEdit, DateEdit, TextEdit
from massar_desktop.widgets.labels import Label
from sync.domain import catalog
from sync.domain.record import Writer
from tests.desktop.conftest import PutOn
from tests.typing_keys import type_text

EDITED = [kind for kind in catalog.KINDS if kind.writer is Writer.EDIT]


@pytest.fixture
def form(qtbot: QtBot, put_on: PutOn) -> Iterator[RecordForm]:
    """Give the form of a person, in a window."""
    made = RecordForm(catalog.BY_NAME["employee"])
    window = QWidget()
    column = QVBoxLayout(window)
    for section in ("identity", "contact", "family", "cover", "control"):
        column.addWidget(made.section(section))
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    made.load({"cin": "JC482190", "city": "أكادير"})
    yield made
    window.close()


def type_into(form: RecordForm, name: str, text: str) -> None:
    """Empty a field and type."""
    editor = form.editors[name].editor
    editor.setFocus()
    if isinstance(editor, (TextEdit, CodeEdit)):
        editor.clear()
    type_text(editor, text)


@pytest.mark.parametrize("kind", EDITED, ids=lambda kind: str(kind.name))
def test_every_field_a_clerk_fills_has_an_editor_with_its_label(qtbot: QtBot, language: Language, kind: object) -> None:
    assert isinstance(kind, type(EDITED[0]))
    for field in kind.form_fields:
        editor = FieldEditor(kind.name, field)
        qtbot.addWidget(editor)
        assert editor.editor.accessibleName() == field_label(kind.name, field.name)


def test_the_kind_of_a_field_decides_its_editor(form: RecordForm) -> None:
    kinds = {
        "ppr": CodeEdit, "birth_date": DateEdit, "surname_ar": TextEdit, "surname_la": CodeEdit, "sex": ChoiceEdit,
        "nationality": ChoiceEdit, "address_ar": QPlainTextEdit,
    }  # fmt: skip

    assert {name: type(form.editors[name].editor) for name in kinds} == kinds
    custody = FieldEditor("dependant", catalog.BY_NAME["dependant"].by_name["in_custody"])
    assert isinstance(custody.editor, QCheckBox)
    assert [label.text() for label in custody.findChildren(Label)].count(custody.editor.text()) == 0  # said once
    custody.deleteLater()


def test_a_malformed_value_is_remarked_on_while_typing_and_is_a_problem_once_left(form: RecordForm) -> None:
    type_into(form, "cin", "12")
    editor = form.editors["cin"]
    assert (editor.problem(), editor.under_text()) == ("", code_text("cin_malformed"))
    form.editors["city"].editor.setFocus()

    assert editor.problem() == code_text("cin_malformed")
    assert editor.text() == "12"
    assert form.typed.changes() == {}


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing|propagate)", extend=True)
def test_a_school_whose_name_is_being_typed_is_not_asked_for_a_code_before_it_is_left(
    qtbot: QtBot, put_on: PutOn
) -> None:
    kind = catalog.BY_NAME["arrival_minutes"]
    name = next(field.name for field in kind.form_fields if table_of(field) == SCHOOLS)
    form = RecordForm(kind)
    window = form.section(form.editors[name].field.section)
    qtbot.addWidget(window)
    form.set_choices({SCHOOLS: [("12345A", "12345A · مدرسة الأطلس"), ("54321B", "54321B · مدرسة النخيل")]})
    window.show()
    qtbot.waitExposed(window)
    form.editors[name].setFocus()
    editor = form.editors[name].editor

    type_text(editor, "مدرسة")
    assert (form.editors[name].under_text(), form.editors[name].problem()) == ("", "")
    QApplication.sendEvent(editor, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.PopupFocusReason))
    assert form.editors[name].problem() == ""  # its list of names has opened
    QApplication.sendEvent(editor, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.TabFocusReason))

    assert form.editors[name].problem() == code_text("gresa_malformed")


def test_a_mended_value_takes_the_problem_back(form: RecordForm) -> None:
    type_into(form, "cin", "12")
    form.editors["city"].editor.setFocus()
    type_into(form, "cin", "jc1234")

    assert form.editors["cin"].problem() == ""
    assert form.typed.changes() == {"cin": "JC1234"}


def test_what_a_complete_record_lacks_is_said_and_does_not_block(form: RecordForm) -> None:
    editor = form.editors["phone"]

    assert (editor.under_text(), editor.problem()) == (code_text("required"), "")


def test_an_empty_form_is_not_covered_with_remarks(form: RecordForm) -> None:
    form.load({})

    assert {editor.under_text() for editor in form.editors.values()} == {""}


def test_a_change_from_elsewhere_is_said_and_does_not_overwrite(form: RecordForm) -> None:
    type_into(form, "city", "تارودانت")
    form.refresh({"cin": "JC482190", "city": "الرباط", "email": "a@b.ma"})

    assert form.editors["city"].text() == "تارودانت"
    assert "الرباط" in form.editors["city"].under_text()
    assert form.editors["email"].text() == "a@b.ma"


def test_a_refusal_stays_until_the_field_is_typed_in(form: RecordForm) -> None:
    form.refuse("city", "مرفوض")
    assert form.editors["city"].problem() == "مرفوض"
    type_into(form, "city", "تارودانت")

    assert form.editors["city"].problem() == ""


def test_names_in_two_fields_stay_on_one_line(form: RecordForm) -> None:
    tops = {name: form.editors[name].y() for name in ("surname_ar", "first_name_ar", "surname_la", "first_name_la")}

    assert tops["surname_ar"] == tops["first_name_ar"]
    assert tops["surname_la"] == tops["first_name_la"]


def test_typing_takes_back_itself_before_ctrl_z_reaches_the_window(form: RecordForm) -> None:
    type_into(form, "city", "x")
    assert not form.editors["city"].undo_to_window
    QTest.keyClick(form.editors["city"].editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(form.editors["city"].editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert form.editors["city"].text() == "أكادير"
    assert form.editors["city"].undo_to_window


def test_labels_choices_and_remarks_follow_the_language(qtbot: QtBot, form: RecordForm, qapp: QApplication) -> None:
    form.load({"sex": "F"})
    theme.change_language(qapp, "fr")
    sex = form.editors["sex"].editor
    assert isinstance(sex, ChoiceEdit)
    qtbot.waitUntil(lambda: sex.currentText() == "Féminin")
    form.retranslate()

    assert sex.choice() == "F"
    assert sex.accessibleName() == "Sexe"
    assert form.editors["phone"].under_text() == code_text("required")

"""The usual short forms of long names in narrow columns; the whole name stays in the tooltip and in the record."""

from __future__ import annotations

from typing import Final

_SHORT: Final = (
    ("Professeur de l’enseignement secondaire ", "Prof. "),
    ("Professeur de l’enseignement ", "Prof. "),
    ("Inspecteur ", "Insp. "),
    ("Spécialiste ", "Spéc. "),
    ("Administrateur ", "Admin. "),
    ("Groupe scolaire ", "G.S. "),
    ("Lycée qualifiant ", "Lyc. "),
    ("Lycée collégial ", "Coll. "),
    ("École ", "Éc. "),
    ("مجموعة مدارس ", "م.م. "),
    ("الثانوية التأهيلية ", "ثا. "),
    ("الثانوية الإعدادية ", "إع. "),
    ("مدرسة ", "م. "),
)


def short(name: str) -> str:
    """A cadre or school as offices abbreviate it (Prof. primaire, G.S. Oulad Berhil); others as they are."""
    for begins, written in _SHORT:
        if name.startswith(begins):
            return written + name[len(begins) :]
    return name

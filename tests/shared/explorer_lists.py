"""The pages with an explorer."""

#: The pages with an explorer, and the lists that its reader has.
LISTS = {
    "03_opkomst_in_cijfers": ["Wat", "Programma"],
    "04_impact_registratie": ["Wat"],
    "05_casestudie": ["Wat", "Programma"],
    "06_interviews": ["Wat"],
}

"""The pages with an explorer."""

#: The pages with an explorer, and the lists that its reader has.
LISTS = {
    "03_opkomst_in_cijfers": ["Wat", "Programma", "Jaar"],
    "04_impact_registratie": ["Wat", "Programma", "Jaar"],
    "05_casestudie": ["Wat", "Programma"],
    "06_interviews": ["Wat", "Programma"],
}

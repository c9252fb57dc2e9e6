"""The instruments as they are shown."""

from helpers.data import codebook
from helpers.pages import instruments


def test_the_figures_of_the_instrument_say_that_they_are_not_the_original():
    scale = instruments.scale_html("interview", "housing", "figuur-12", "Voorbeeld")
    form, guide = instruments.form_html("figuur-20", "Formulier"), instruments.guide_html("figuur-21", "Vragen")
    for html in (scale, form, guide):
        assert "niet het originele instrument" in html and "bijlage 5" in html
    assert form.count('scope="row"') == 16 and form.count('scope="rowgroup"') == 3
    assert guide.count("<li>") == len(codebook.read_csv("interview_guide.csv")) and "Samen 65 minuten" in guide

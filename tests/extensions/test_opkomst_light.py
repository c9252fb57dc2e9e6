"""Pages keep the styles for what they have."""

from opkomst_light import rules_for


def test_rules_for_what_is_not_there_go_and_all_others_stay():
    style = (
        "@charset 'UTF-8';/*! .gone is a licence */:root{--a:1}.kept,.gone .kept{top:0}.gone{top:1}"
        ".kept:not(.gone),:is(.gone,.kept) a,[data-x='.gone']{top:2}@media print{.gone{top:3}}"
        "@media print{.gone{top:4}p{top:5}}@font-face{src:url(a.gone)}"
    )
    assert rules_for({"kept"}, style) == (
        "@charset 'UTF-8';/*! .gone is a licence */:root{--a:1}.kept{top:0}"
        ".kept:not(.gone),:is(.gone,.kept) a,[data-x='.gone']{top:2}"
        "@media print{p{top:5}}@font-face{src:url(a.gone)}"
    )

"""Numbers against words and bounds."""

import pytest

from helpers.checking.rules import words
from helpers.checking.rules.verdict import Verdict

#: For each rule numbers that go together and numbers that do not: the verdict and its proof.
RULES = [
    (words.bound_words, ("meer dan 300", ["323"]), True, "323 is meer dan 300"),
    (words.bound_words, ("onder de 25", ["26"]), False, "26 is niet onder de 25"),
    (words.bound_words, ("Jonger dan of gelijk aan 25", ["25"]), True, "25 is jonger dan of gelijk aan 25"),
    (words.bound_words, ("zes gezinnen of meer", ["2", "3"]), False, "2 + 3 = 5, en dat is niet zes gezinnen of meer"),
    (words.bound_words, ("Meer dan 20%", ["21,8%"]), True, "21,8% is meer dan 20%"),
    (words.bound_words, ("tot 6", ["7"]), False, "7 is niet hoogstens 6"),
    (words.bound_words, ("niet minstens 20%", ["21,8%"]), False, "21,8% is minstens 20%"),
    (words.bound_words, ("nooit meer dan 20%", ["21,8%"]), False, "21,8% is meer dan 20%"),
    (words.bound_words, ("nog geen 20%", ["19,8%"]), True, "19,8% is nog geen 20%"),
    (words.bound_words, ("hooguit honderd twintig", ["110"]), True, "110 is hooguit honderd twintig"),
    (words.bound_words, ("Meer dan 20 procent", ["21,8%"]), True, "21,8% is meer dan 20 procent"),
    (words.bound_words, ("meer dan 1 op 3", ["31,8%"]), False, "31,8% is niet meer dan 1 op 3"),
    (words.bound_words, ("meer dan drie kwart", ["76,0%"]), True, "76,0% is meer dan drie kwart"),
    (words.same_bound, ("onder de 26", "hoogstens 25"), True, "‘onder de 26’ en ‘hoogstens 25’ zijn dezelfde grens"),
    (words.same_bound, ("onder de 25", "hoogstens 25"), False, "‘hoogstens 25’ laat 25 toe, maar ‘onder de 25’ niet"),
    (words.reached_within, ("drie jaar", "meer dan 8", ["2", "3", "4"]), True, "2 + 3 + 4 = 9, en dat is meer dan 8"),
    (
        words.reached_within,
        ("twee jaar", "meer dan 5", ["2", "3", "4"]),
        False,
        "2 + 3 = 5, en dat is niet meer dan 5; pas in jaar 3 wordt het 9",
    ),
    (words.extreme_words, ("de minste", "3", ["5", "4"]), True, "het laagste van 3, 4, 5 is 3"),
    (words.extreme_words, ("de meeste", "3", ["5", "4"]), False, "het hoogste van 5, 4, 3 is 5, niet 3"),
    (words.same_number, ("zestien weken", "16"), True, "‘zestien weken’ is 16, ‘16’ is ook 16"),
    (words.same_number, ("drie", "4 vte"), False, "‘drie’ is 3, ‘4 vte’ is 4, dus niet hetzelfde"),
    (words.same_words, ("Duizend dagen", "duizend dagen"), True, "‘Duizend dagen’ is ook ‘duizend dagen’"),
    (words.same_words, ("één", "e\u0301e\u0301n"), True, "‘één’ is ook ‘e\u0301e\u0301n’"),
    (words.same_words, ("duizend jaren", "duizend dagen"), False, "‘duizend jaren’ is niet ‘duizend dagen’"),
    (words.within, ("4,5", "ongeveer op 4 à 5"), True, "4,5 ligt tussen 4 en 5"),
    (
        words.row_not_column,
        (["28,2%", "71,8%"], ["28,2%", "71,8%"]),
        False,
        "28,2% + 71,8% is samen 100,0%: ze verdelen wie in de rij staat over de kolommen, en de zin zegt ze van wie in "
        "elke kolom staat",
    ),
    (
        words.row_not_column,
        (["18,0%", "46,0%"], ["28,2%", "71,8%"]),
        True,
        "28,2% + 71,8% is samen 100,0%: ze verdelen wie in de rij staat over de kolommen, en de zin zegt ze van wie in "
        "elke kolom staat",
    ),
    (
        words.row_not_column,
        (["28,2%", "71,8%"], ["28,2%", "71,8%"], ["31,8%", "68,2%"]),
        False,
        "28,2% + 71,8% is samen 100,0% en 31,8% + 68,2% = 100,0%: ze verdelen wie in de rij staat over de kolommen, "
        "en de zin zegt ze van wie in elke kolom staat",
    ),
    # One row may be 100% by chance: the columns are the groups that are divided.
    (
        words.row_not_column,
        (["28,2%", "71,8%"], ["28,2%", "71,8%"], ["51,8%", "68,2%"]),
        True,
        "28,2% + 71,8% is samen 100,0% en 51,8% + 68,2% = 120,0%: ze verdelen wie in de rij staat over de kolommen, "
        "en de zin zegt ze van wie in elke kolom staat",
    ),
    (words.within, ("20", "25-18 jaar"), True, "20 ligt tussen 18 en 25"),
    (words.within, ("5,5", "ongeveer op 4 à 5"), False, "5,5 ligt niet tussen 4 en 5"),
    (words.rounded_number, ("ongeveer zes maanden", "6,4"), True, "6,4 is afgerond 6"),
    (words.rounded_number, ("zeven maanden", "6,5"), True, "6,5 is afgerond 6 of 7"),
    (words.rounded_number, ("acht maanden", "6,5"), False, "6,5 is afgerond 6 of 7, niet 8"),
    (
        words.fraction_of,
        ("1 op 5", ["62"], "284"),
        True,
        "62 van 284 is 21,8%, en dat ligt het dichtst bij een op vijf",
    ),
    (
        words.fraction_of,
        ("een kwart", ["60", "2"], "284"),
        False,
        "60 + 2 van 284 is 21,8%, en dat ligt het dichtst bij een op vijf, niet bij een kwart",
    ),
    (
        words.mixed_fraction,
        ("drie op vijf", ["bijna twee derde", "de helft"]),
        True,
        "met ‘bijna twee derde’ en ‘de helft’ in de groepen ligt het geheel tussen 45% en 67%, "
        "zoals bij ‘drie op vijf’ (60%)",
    ),
    (
        words.mixed_fraction,
        ("2 op 5", ["bijna twee derde", "de helft"]),
        False,
        "met ‘bijna twee derde’ en ‘de helft’ in de groepen ligt het geheel tussen 45% en 67%, niet bij ‘2 op 5’ (40%)",
    ),
]


@pytest.mark.parametrize(("rule", "arguments", "consistent", "proof"), RULES)
def test_a_rule_gives_a_verdict_with_a_proof(rule, arguments, consistent, proof):
    assert rule(*arguments) == Verdict(consistent, proof)


@pytest.mark.parametrize("rule", [words.bound_words, words.extreme_words])
def test_words_without_a_bound_or_a_rank_are_refused(rule):
    with pytest.raises(ValueError, match="'drie'"):
        rule("drie", "3", ["4"]) if rule is words.extreme_words else rule("drie", ["3"])

"""Numbers against words, bounds and thresholds: one verdict that holds and one that does not."""

import pytest

from helpers.checking import labels
from helpers.checking.rules import changes, thresholds, totals, words

RULES = [
    (words.bound_words, ("meer dan 300", ["323"]), "323 is meer dan 300"),
    (words.bound_words, ("onder de 25", ["26"]), "26 is niet onder de 25"),
    (words.bound_words, ("Jonger dan of gelijk aan 25", ["25"]), "25 is jonger dan of gelijk aan 25"),
    (words.bound_words, ("zes gezinnen of meer", ["2", "3"]), "2 + 3 = 5, en dat is niet zes gezinnen of meer"),
    (words.bound_words, ("Meer dan 20%", ["21,8%"]), "21,8% is meer dan 20%"),
    (words.same_bound, ("onder de 26", "hoogstens 25"), "‘onder de 26’ en ‘hoogstens 25’ zijn dezelfde grens"),
    (words.same_bound, ("onder de 25", "hoogstens 25"), "‘hoogstens 25’ laat 25 toe, maar ‘onder de 25’ niet"),
    (words.reached_within, ("drie jaar", "meer dan 8", ["2", "3", "4"]), "2 + 3 + 4 = 9, en dat is meer dan 8"),
    (
        words.reached_within,
        ("twee jaar", "meer dan 5", ["2", "3", "4"]),
        "2 + 3 = 5, en dat is niet meer dan 5; pas in jaar 3 wordt het 9",
    ),
    (words.extreme_words, ("de minste", "3", ["5", "4"]), "het laagste van 3, 4, 5 is 3"),
    (words.extreme_words, ("de meeste", "3", ["5", "4"]), "het hoogste van 5, 4, 3 is 5, niet 3"),
    (words.same_number, ("zestien weken", "16"), "‘zestien weken’ is 16, ‘16’ is ook 16"),
    (words.same_number, ("drie", "4 vte"), "‘drie’ is 3, ‘4 vte’ is 4, niet hetzelfde"),
    (words.same_words, ("Duizend dagen", "duizend dagen"), "‘Duizend dagen’ is ook ‘duizend dagen’"),
    (words.same_words, ("duizend jaren", "duizend dagen"), "‘duizend jaren’ is niet ‘duizend dagen’"),
    (words.within, ("4,5", "ongeveer op 4 à 5"), "4,5 ligt tussen 4 en 5"),
    (words.within, ("5,5", "ongeveer op 4 à 5"), "5,5 ligt niet tussen 4 en 5"),
    (words.rounded_number, ("ongeveer zes maanden", "6,4"), "6,4 is afgerond 6"),
    (words.rounded_number, ("zeven maanden", "6,5"), "6,5 is afgerond 6 of 7"),
    (words.rounded_number, ("acht maanden", "6,5"), "6,5 is afgerond 6 of 7, niet 8"),
    (words.fraction_of, ("1 op 5", ["62"], "284"), "62 van 284 is 21,8%, en dat ligt het dichtst bij een op vijf"),
    (
        words.fraction_of,
        ("een kwart", ["60", "2"], "284"),
        "60 + 2 van 284 is 21,8%, en dat ligt het dichtst bij een op vijf, niet bij een kwart",
    ),
    (totals.mean_between, ("29", ["22", "29"]), "29 ligt tussen 22 en 29"),
    (totals.mean_between, ("30", ["22", "28"]), "30 ligt niet tussen 22 en 28"),
    (
        words.fraction_within,
        ("een op drie", "31,3%", "2,5"),
        "31,3% ligt 2,0 procentpunt van een derde (33,3%), binnen 2,5",
    ),
    (
        words.fraction_within,
        ("een op drie", "28,6%", "2,5"),
        "28,6% ligt 4,7 procentpunt van een derde (33,3%), niet binnen 2,5",
    ),
    (
        words.mixed_fraction,
        ("drie op vijf", ["bijna twee derde", "de helft"]),
        "een geheel met ‘bijna twee derde’ en ‘de helft’ ligt tussen 45% en 67%, zoals bij ‘drie op vijf’ (60%)",
    ),
    (
        words.mixed_fraction,
        ("2 op 5", ["bijna twee derde", "de helft"]),
        "een geheel met ‘bijna twee derde’ en ‘de helft’ ligt tussen 45% en 67%, niet bij ‘2 op 5’ (40%)",
    ),
    (thresholds.at_least, (["8,00", "5", "-"], "zes of meer", "één"), "1 van de 2 waarden is 6 of meer (8,00)"),
    (
        thresholds.at_least,
        (["8,00", "6"], "6", "12 van de 16"),
        "2 van de 2 waarden zijn 6 of meer (8,00; 6), niet 12 van de 16",
    ),
    (thresholds.between, (["2,0", "3,0"], "2", "3", "1"), "1 van de 2 waarden is 2 of meer en minder dan 3 (2,0)"),
    (
        thresholds.between,
        (["2,0", "3,0"], "2", "4", "1"),
        "2 van de 2 waarden zijn 2 of meer en minder dan 4 (2,0; 3,0), niet 1",
    ),
    (changes.points, ("2,00", "3,75", "1,75"), "3,75 min 2,00 is 1,75"),
    (
        changes.exact_points,
        ("2,00", "3,63", "1,62"),
        "voor het afronden kan 3,63 min 2,00 alles zijn van 1,620 tot 1,640",
    ),
    (
        changes.exact_points,
        ("2,00", "3,63", "1,60"),
        "voor het afronden kan 3,63 min 2,00 alles zijn van 1,620 tot 1,640, niet 1,60",
    ),
    (
        changes.exact_relative_change,
        ("29,0%", "28,0%", "-3%"),
        "voor het afronden is de evolutie van 29,0% naar 28,0% -3,8% tot -3,1%",
    ),
    (
        changes.exact_relative_change,
        ("29,0%", "28,0%", "-5%"),
        "voor het afronden is de evolutie van 29,0% naar 28,0% -3,8% tot -3,1%, niet -5%",
    ),
]


@pytest.mark.parametrize(("rule", "arguments", "proof"), RULES)
def test_a_rule_gives_a_verdict_with_a_proof(rule, arguments, proof):
    verdict = rule(*arguments)
    assert verdict.proof == proof
    assert verdict.consistent == (not any(word in proof for word in (" niet ", " maar ")))


@pytest.mark.parametrize("rule", [words.bound_words, words.extreme_words])
def test_words_without_a_bound_or_a_rank_are_refused(rule):
    with pytest.raises(ValueError, match="in 'drie'"):
        rule("drie", "3", ["4"]) if rule is words.extreme_words else rule("drie", ["3"])


def test_labels_that_may_name_one_thing_are_found():
    alike = [("Babyuitzet", "Baby uitzet"), ("Rol van mama", "Mama, rol van"), ("Leef- en slaap", "Leef en slaap")]
    for pair in alike:
        assert labels.look_alike(pair) == [pair]
    for pair in [("2021", "2022"), ("OPkomst", "OPkomst+"), ("Ja", "Neen"), ("Kind en gezin", "KIND EN GEZIN")]:
        assert labels.look_alike(pair) == []

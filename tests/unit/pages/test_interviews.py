"""What is said of who took part in the interviews."""

import re

from bs4 import BeautifulSoup

from helpers.pages import interviews


def words(html: str) -> str:
    return BeautifulSoup(html, "html.parser").get_text(" ")


def test_cautions_about_interviews_count_who_took_part():
    html = interviews.interview_cautions_html({"A": 3, "B": 6}, {"A": 11, "B": 10}, 4)
    assert "Van de 21 gevraagde mama's deden er 9 mee: 3 van de 11 bij A en 6 van de 10 bij B" in words(html)
    assert re.search(r"schaal met 4 treden", html)

"""The interview guide as data."""

from helpers.data import codebook, interview_guide


def test_every_theme_has_questions_and_every_question_a_theme():
    themes = interview_guide.themes()
    assert all(theme.questions for theme in themes)
    assert sum(len(theme.questions) for theme in themes) == len(codebook.read_csv("interview_guide.csv"))


def test_the_interviews_were_planned_to_take_little_more_than_an_hour():
    assert interview_guide.planned_minutes() == 5 + 15 + 5 + 15 + 20 + 5


def test_a_follow_up_stands_behind_its_question():
    for theme in interview_guide.themes():
        for before, question in zip(theme.questions, theme.questions[1:], strict=False):
            if question.number[-1] not in "a0123456789":
                assert before.number == question.number[:-1] + chr(ord(question.number[-1]) - 1)

"""Explorers: choose an indicator and a programme, and see the table.

`explore` makes two things in one go. A reader of the built page has lists to
choose from, linked in the browser to tables that were computed beforehand, with
the numbers that print fixes: no server is needed. A researcher in JupyterLab has
filters below these, which compute from the records, invented numbers included.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from hashlib import sha256

import ipywidgets as widgets
from IPython.display import display
from ipywidgets.widgets.widget_link import Link

from helpers.data import codebook
from helpers.data.records import Records
from helpers.pages.parts.explorer_states import Selection, State, fixed_html, row_state, state, state_html
from helpers.prose import Numbers

#: What there is to choose, by the label in the list.
Options = dict[str, object]


#: The table for a choice of one indicator and some of the records, with its title.
Found = Callable[[str, Selection], tuple[State, str]]


_ALL_PROGRAMMES = "alle programma's"


#: The widgets of each explorer in this session: closed before it is made anew.
_open: dict[str, list[widgets.Widget]] = {}


def explore(*numbers: Numbers, per_row: bool = False) -> None:
    """Show an explorer of some tables or figures.

    Parameters
    ----------
    *numbers
        Such as ``tabel_7``, all of the same records.
    per_row
        Whether one chooses a row, and sees it in every table that has it,
        instead of choosing a table.
    """
    records, ids, tables = numbers[0].records, [one.id for one in numbers], [one.table for one in numbers]
    if per_row:
        indicators = {cell.row_label: cell.row for table in tables for cell in table.cells if cell.column}
    else:
        indicators = {f"{table.number}. {table.title}": table.id for table in tables}

    part = cache(lambda id, selection: state(id, records, selection))

    def find(indicator: str, selection: Selection) -> tuple[State, str]:
        if per_row:
            found = row_state(indicator, [part(id, selection) for id in ids])
            return found, found.table.title
        found = part(indicator, selection)
        return found, f"{found.table.number}. {found.table.title}"

    made = _Workshop(f"verkenner-{sha256(' '.join(ids).encode()).hexdigest()[:8]}")
    children = [_reader(made, indicators, find), _researcher(made, records, indicators, find)]
    box = made.widget(widgets.VBox, children=children, _dom_classes=["opk-explorer"])
    view = {"version_major": 2, "version_minor": 0, "model_id": box.model_id}
    # nbval compares the text, but no widgets.
    text = f"Verkenner van {', '.join(ids)} [sha256:{made.digest()}]"
    # Who cannot choose is told which tables have the numbers.
    bundle = {"application/vnd.jupyter.widget-view+json": view, "text/plain": text}
    display(bundle, raw=True, metadata={"opkomst_tables": ids})


class _Workshop:
    """Makes widgets that have the same ids in every run: pages and notebooks do not differ."""

    def __init__(self, name: str) -> None:
        for widget in _open.pop(name, []):
            widget.close()
        self._name = name
        self._made = _open[name] = []
        self._layout = self._add(widgets.Layout)
        self._styles: dict[type, widgets.Widget] = {}

    def widget(self, kind: type[widgets.DOMWidget], **traits) -> widgets.DOMWidget:
        """A widget; all share one layout, and one style of each kind."""
        style = kind.class_traits().get("style")
        if hasattr(style, "klass"):
            if style.klass not in self._styles:
                self._styles[style.klass] = self._add(style.klass)
            traits["style"] = self._styles[style.klass]
        return self._add(kind, layout=self._layout, **traits)

    def link(self, choice: widgets.Dropdown, stack: widgets.Stack) -> None:
        """Let the browser show what is chosen, without Python."""
        self._add(Link, source=(choice, "index"), target=(stack, "selected_index"))

    def digest(self) -> str:
        """Twelve hexadecimal digits that change with any number that is shown."""
        shown = [widget.value for widget in self._made if isinstance(widget, widgets.HTML)]
        return sha256("\n".join(shown).encode()).hexdigest()[:12]

    def _add(self, kind: type[widgets.Widget], **traits) -> widgets.Widget:
        made = kind(model_id=f"{self._name}-{len(self._made)}", **traits)
        self._made.append(made)
        return made


def _reader(made: _Workshop, indicators: Options, find: Found) -> widgets.Widget:
    """Lists, and every table that they can show."""
    selections = {label: Selection(codes, None, label) for label, codes in _programmes().items()}
    # A programme of which print fixes nothing at all is not offered.
    offered = [
        label for label, one in selections.items() if not all(find(i, one)[0].all_examples for i in indicators.values())
    ]
    lists = [("Wat", list(indicators)), ("Programma", offered)]
    # A list with a single thing to choose is no choice.
    choices = [
        made.widget(widgets.Dropdown, options=options, index=0, description=name) if len(options) > 1 else None
        for name, options in lists
    ]

    def stack(level: int, chosen: Sequence[str]) -> widgets.Widget:
        if level == len(lists):
            indicator, selection = indicators[chosen[0]], selections[chosen[1]]
            return made.widget(widgets.HTML, value=fixed_html(*find(indicator, selection), selection))
        children = [stack(level + 1, [*chosen, label]) for label in lists[level][1]]
        if choices[level] is None:
            return children[0]
        found = made.widget(widgets.Stack, children=children, selected_index=0)
        made.link(choices[level], found)
        return found

    tables = stack(0, [])
    return made.widget(widgets.VBox, children=[*filter(None, choices), tables])


def _researcher(made: _Workshop, records: Records, indicators: Options, find: Found) -> widgets.Widget:
    """Filters that compute from the records: only with Python behind the page."""
    months = sorted(records.frame["start_month"].unique()) if "start_month" in records.frame else []
    names = codebook.labels("programme")
    indicator = made.widget(widgets.Dropdown, options=list(indicators.items()), index=0, description="Wat")
    programmes = made.widget(
        widgets.SelectMultiple,
        options=[(label, code) for code, label in names.items()],
        index=tuple(range(len(names))),
        rows=len(names),
        description="Programma",
    )
    filters = [indicator, programmes]
    if months:
        period = made.widget(
            widgets.SelectionRangeSlider,
            options=months,
            index=(0, len(months) - 1),
            description="Start",
            continuous_update=False,
        )
        filters.append(period)
    result = made.widget(widgets.HTML)

    def compute(_change: object) -> None:
        parts = [", ".join(names[code] for code in programmes.value) or "niemand"]
        parts += [f"gestart van {period.value[0]} tot en met {period.value[1]}"] if months else []
        selection = Selection(programmes.value, period.value if months else None, ", ".join(parts))
        result.value = state_html(*find(indicator.value, selection), selection)

    for filter_ in filters:
        filter_.observe(compute, "index")
    heading = made.widget(widgets.HTML, value="<strong>Zelf filteren</strong> (rekent met de dossiers)")
    return made.widget(widgets.VBox, children=[heading, *filters, result], _dom_classes=["opk-in-lab"])


def _programmes() -> dict[str, tuple[str, ...]]:
    names = codebook.labels("programme")
    return {_ALL_PROGRAMMES: tuple(names)} | {label: (code,) for code, label in names.items()}

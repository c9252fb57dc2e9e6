"""Helpers of the living book "OPkomst onder de loep": records -> tables -> figures, prose and checks.

What is in this folder, in the order in which a number travels:

**Data.** `paths`, `tabular` and `codebook` read the files; `records` loads and
checks the three files of records (`rules`, `registration_checks`,
`score_checks`); `populations` chooses who counts; `published` has what the
report prints.

**Numbers.** `numbers` rounds and writes them the Dutch way, `number_words` in
words; `expressions` computes with cells.

**Tables and figures.** `table` is what every function in `tables/` returns and
every function in `figures/` draws; `outputs` registers them. `case_study`,
`instrument` and `interview_guide` know how families were scored; `score_classes`,
`score_pairs` and `progress_tables` serve the tables of scores,
`case_study_domain_scores` finds how Tabel 20 was computed; `brochure` draws five
figures once more.

**Statistics.** `inference/` is pure: counts in, p-values and intervals out.
`change_tests` (on `evolution_rows`) and `share_intervals` apply it to 4.1,
`progress_tests` to 4.2 and 4.3 (`case_study_progress`, `interview_progress`);
`progress_conclusions` puts it in words, `sampling` says what it supposes.

**Checking the report.** `verify` compares each printed number with the records
and with other printed numbers: `consistency/` has the relations, `claims` the
numbers in the text, `matching` and `name_variants` the labels, `unprinted` what
print leaves open. `findings` grades what is contradicted, `standings` names
where a number stands, `check_words` has the words for it; `conclusions` and
`case_study_conclusions` weigh what the report concludes.

**Prose.** `facts` tells numbers of the records, `printed_facts` numbers that
only the report has, `story_facts` counts of quotations (`qualitative`,
`stories`); `sentences` fills numbers into sentences that are kept as data.
`context` and `literature` serve chapters 1 and 2.

**Pages.** ``show`` and ``show_*`` are what notebook cells call, by subject;
``*_page`` make their HTML, `render`, `notes` and `provenance` that of tables
and figures, `explorer` and `explorer_states` the widgets; `display` puts it on the page, and
`disclosure` guards every way out.

**Making files.** `synthesis/` makes the records, `datapackage` and `codecheck`
describe data and outputs; `__main__` has the commands.
"""

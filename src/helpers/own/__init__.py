"""A registration of another city or service: its records in, the cells that may be shown out.

`questions`
    Which tables chapter 3 of its book has.
`meanings`
    What its columns and answers mean: nothing that anybody answered.
`changes`
    Which questions are asked twice, and what is counted of both answers.
`naming`
    What a cell is called.
`scores`
    The same of the scores of the case study and the interviews.
`publish`
    All of them protected as one set and attacked, and written to a file. Nothing else of the
    records goes further: the pages (`helpers.pages.own`) read that file.
"""

"""The words for codes: what stands in a table for programs to compare, as a reader of the site reads it.

A code is an English word, so it is its own message. Names of measures, units and areas are no codes: an authority
writes them in its own language. Kinds of value, statuses, ratings and deductions have their words in terms.py.
"""

from socialvalue.publish.words.language import N_

CODES = frozenset(
    (
        *(N_("district"), N_("unitary"), N_("borough"), N_("ward"), N_("county")),
        *(N_("council"), N_("combined authority"), N_("government body"), N_("local enterprise partnership")),
        *(N_("university or college"), N_("housing association"), N_("charity"), N_("business"), N_("police")),
        *(N_("health"), N_("partnership")),
        *(N_("total cost"), N_("grant"), N_("contract"), N_("start"), N_("completion"), N_("opening"), N_("size")),
        *(N_("contractor"), N_("developer"), N_("labour supplier"), N_("supplier"), N_("fund manager")),
        *(N_("operator"), N_("partner"), N_("funder"), N_("promoter")),
        *(N_("planned"), N_("applied"), N_("permission"), N_("under construction"), N_("complete"), N_("refused")),
        *(N_("not known"), N_("first-hand"), N_("second-hand"), N_("derived"), N_("commitment"), N_("forecast")),
        *(N_("delivered"), N_("pledged"), N_("compiled"), N_("submitted")),
        *(N_("public page"), N_("report"), N_("payroll extract"), N_("invoice"), N_("training record")),
        *(N_("timesheet"), N_("letter"), N_("photograph"), N_("audit"), N_("other")),
        *(N_("no edition given"), N_("no value in this edition")),
        *(N_("no unit value"), N_("no area given"), N_("no value for this area"), N_("record only")),
        *(N_("outside the years of the values"), N_("counted again since"), N_("part of another line")),
        *(N_("one group for each person"), N_("after the first 12 months"), N_("outside the deflators")),
        *(N_("no date given"), N_("too large"), N_("few people"), N_("promised more than once")),
        *(N_("told otherwise before"), N_("beside a hidden group"), N_("not settled yet")),
        *(N_("client"), N_("main contractor"), N_("subcontractor")),
    )
)

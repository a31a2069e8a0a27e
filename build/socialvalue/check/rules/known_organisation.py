"""Whoever delivers, submits or checks is an organisation of the register."""

from socialvalue.check.clauses.clause import Clause, Clauses
from socialvalue.check.rule import Rule
from socialvalue.records import Severity

RULE = Rule(
    id="known-organisation",
    severity=Severity.ERROR,
    group="Places and organisations",
    looks_up=True,
    title="Organisations are in the register",
    why="One firm under three spellings would get three pages, each with a part of what it did.",
    example="exemple-builder",
    mend="{use_organisations}",
    find=Clauses(
        Clause(
            "lines",
            "organisation",
            when="organisation not in organisations and given(organisation_meant)",
            say='"{organisation}" is not in register/organisations.csv.',
            mend="{write_organisation}",
            suggest="{organisation_meant}",
            value="{organisation}",
        ),
        Clause(
            "lines",
            "organisation",
            when="organisation not in organisations and empty(organisation_meant)",
            say='"{organisation}" is not in register/organisations.csv.',
            value="{organisation}",
        ),
        Clause(
            "evidence",
            "checked_by",
            when="checked_by not in organisations and given(checked_by_meant)",
            say='"{checked_by}" is not in register/organisations.csv.',
            mend="{write_checked_by}",
            suggest="{checked_by_meant}",
            value="{checked_by}",
        ),
        Clause(
            "evidence",
            "checked_by",
            when="checked_by not in organisations and empty(checked_by_meant)",
            say='"{checked_by}" is not in register/organisations.csv.',
            value="{checked_by}",
        ),
        Clause(
            "returns",
            "submitted_by.organisation",
            when='basis == "submitted" and organisation not in organisations and given(organisation_meant)',
            say='"{organisation}" is not in register/organisations.csv.',
            mend="{write_organisation}",
            suggest="{organisation_meant}",
            value="{organisation}",
        ),
        Clause(
            "returns",
            "submitted_by.organisation",
            when='basis == "submitted" and organisation not in organisations and empty(organisation_meant)',
            say='"{organisation}" is not in register/organisations.csv.',
            value="{organisation}",
        ),
    ),
)

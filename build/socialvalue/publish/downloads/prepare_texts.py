"""The sentences of the form's script, by the names that it calls them by."""

from collections.abc import Mapping

from socialvalue.publish.story.working_on_paper import STEPS, TAKEN_OFF
from socialvalue.publish.words.language import N_, N_n, forms, in_words

START = {
    "none_found": N_("Nothing is called so. Try another word."),
    "none_sent": N_("No return sent yet"),
    "last_sent": N_("The last is for %(last)s"),
    "measures_of": N_("Measures of %(framework)s %(edition)s"),
    "no_framework": N_("No framework of measures is known for it, so no return can be prepared here"),
    "both_calendars": N_("Quarter %(quarter)s of %(year)s. Quarter %(ours)s of the financial year %(of)s."),
    "not_reported": N_("Not reported yet."),
    "reported": N_("Reported: %(period)s."),
    "other_days": N_("A month, a year, or other days"),
    "period_is": N_("%(days)s. The return is called %(name)s."),
    "days_backward": N_("The last day is before the first. Correct one of them."),
    "overlaps": N_("These days were reported already: %(days)s. You can correct that return, or choose other days."),
    "overlaps_stated": N_("Public pages tell of %(days)s already. Don’t report again what they count."),
    "sent_before": N_("Correct or withdraw a return that was sent"),
    "sent_version": N_("%(days)s, version %(version)s"),
    "sent_withdrawn": N_("%(days)s, withdrawn"),
    "see_sent": N_("The return for %(days)s, as it is published"),
    "what correct": N_("%(name)s. A correction of version %(version)s."),
    "what withdraw": N_("%(name)s. A withdrawal of version %(version)s."),
    "draft correct": N_("(a correction)"),
    "draft withdraw": N_("(a withdrawal)"),
    "replaced_since": N_("Another version was published since. Begin again from that one."),
    "contract_ends": N_(
        "The contract ends on %(day)s, before these days do. If it was changed, have the register corrected first."
    ),
    "contract_begins": N_(
        "The contract begins on %(day)s, after these days do. If it was changed, have the register corrected first."
    ),
    "not_over": N_("The period ends on %(day)s, which is not over. A return tells of what was delivered."),
    "workbook": N_("the workbook for these days (xlsx, %(size)s kB)"),
    "draft_kept": N_("A draft is kept on this device:"),
    "draft_from": N_("from %(at)s."),
    "draft_open": N_("Go on with it"),
    "draft_drop": N_("Delete it"),
}
INCOMING = {
    "not_loaded": N_(
        "What reads cells did not load, so nothing was read. See that this device is online, then try again or load "
        "the page anew."
    ),
    "file_too_large": N_("The file is larger than 20 MB. Copy the rows that matter and paste them instead."),
    "other_workbook": N_(
        "This is not the workbook that this site makes. The file of any other can hold other figures than its cells "
        "show: 62 may stand there as £62k. So nothing was read. Open it, copy the cells as they show, with their "
        "headings, and paste them instead."
    ),
    "not_read": N_(
        "This could not be read as our workbook or as a table of text. Open it, copy the cells with their headings, "
        "and paste them instead."
    ),
    "too_much": N_("This workbook holds more than a return can. Copy the rows that matter and paste them instead."),
    "too_far": N_("A cell of this workbook lies very far out. Copy the rows that matter and paste them instead."),
    "has_declarations": N_("This workbook holds declarations that no spreadsheet writes. It is not read."),
    "has_password": N_("This workbook has a password. Save it without one."),
    "own_read": N_("Our workbook for %(name)s, %(days)s."),
    "own_other": N_("This workbook is for %(name)s, %(days)s. Choose that project and these days first."),
    "own_old": N_("This workbook was made by another version of this site. Make a new one, and copy the figures over."),
    "no_headings": N_(
        "No row of headings was found that is known here. Copy the headings too: Measure (or KPI) and Quantity (or "
        "Actual) are enough."
    ),
    "no_quantity": N_(
        "Row %(row)s has headings, and none is known here as that of the figures: %(names)s. Call the column with the "
        "figures of this period Quantity, or Actual. Months, quarters or sites side by side can’t be read here."
    ),
    "no_measure": N_(
        "Row %(row)s has headings, and none is known here as that of the measures: %(names)s. Call that column "
        "Measure, or KPI. A table with a column for each measure can’t be read here."
    ),
    "send_as_it_is": N_("Send the table as it is"),
    "read_elsewhere": N_("More kinds of table are read where it arrives."),
    "conflict": N_(
        "Row %(row)s is a mark of a merge conflict: both sides are in the file. Keep one, and take the marks out."
    ),
    "quote": N_(
        "Row %(row)s begins a cell with a quotation mark that doesn’t end, so that rows after it would be lost. "
        "Put it in, or take the first one out."
    ),
    "two_kinds": N_("Letters of two kinds (UTF-8 and Windows) are mixed in this file. Save it as CSV UTF-8."),
    "which_project": N_("Which of these names are %(name)s? Rows with the others are not taken."),
    "which_period": N_("Which of these are %(name)s? Rows with the others are not taken."),
    "which_said": N_("Which of these are said of rows of this return? Rows with the others are not taken."),
    "said_sheet": N_("The sheet is called “%(text)s”."),
    "said_row": N_("Row %(row)s says “%(text)s”."),
    "all_totals": N_("Are the figures those of %(days)s alone, and no totals so far?"),
    "all_done": N_("Are the figures what was done, and no plan?"),
    "all_alone": N_("Are the figures those of %(days)s alone?"),
    "all_whose": N_("Are the figures those of %(project)s for %(days)s alone?"),
    "all_again": N_("These are the headings once more. Are the rows below them of this return too?"),
    "all_units": N_("Is each figure in the unit of its measure?"),
    "all_figures": N_("“%(others)s” has figures too. Are those under “%(name)s” the figures of this return?"),
    "all_yes": N_("Yes, all of them"),
    "all_waits": N_(
        "No row is taken without a yes to each of these. If it is no, put the cells right in your file first, or type "
        "the figures."
    ),
    "column_letter": N_("column %(letter)s"),
    "no_name": N_("(empty)"),
    "and_more": N_("and %(rest)s more."),
    "columns": N_("Columns"),
    "not_used": N_("not used"),
    "changed_cells": N_("What is read otherwise than it stands"),
    "changed": N_("Row %(row)s: “%(was)s” becomes “%(is)s”, %(why)s"),
    "why_called": N_("which is called so."),
    "why_number": N_("a plain number."),
    "why_thousands": N_("in pounds."),
    "not_taken": N_("What is not taken"),
    "left_total": N_("Row %(row)s is a row of totals."),
    "left_sum": N_(
        "Row %(row)s, “%(text)s”, looks like a total of other rows. If it is a figure of its own, add it by hand."
    ),
    "left_words": N_("Row %(row)s, “%(text)s”, has no figure beside it."),
    "left_empty": N_("Row %(row)s, “%(text)s”: no figure, so it is not sent. Write 0 for none."),
    "left_people": N_(
        "Row %(row)s, “%(text)s”: people stand there and no figure, so it is not sent. If they are the figure, add it "
        "by hand."
    ),
    "left_share": N_(
        "Row %(row)s: “%(text)s” of a measure in percent may be a share of one, 0.6 for 60 percent. Add it by hand."
    ),
    "left_target": N_("Row %(row)s: by “%(text)s” it is no figure of what was done."),
    "left_status": N_(
        "Row %(row)s: “%(text)s” is not known as how sure a figure is. If it was delivered, add it by hand."
    ),
    "left_unnamed": N_("Row %(row)s, “%(text)s”: it names no measure. If it is no total, add it by hand."),
    "left_measure": N_("Row %(row)s: no measure is called “%(text)s”. Add it by hand: search for what it counts."),
    "left_like": N_("Row %(row)s: “%(text)s” may be %(names)s. Add the right one by hand."),
    "left_document": N_("Row %(row)s: “%(text)s” names no document. The row is taken without it; add its name."),
    "left_unit": N_("Row %(row)s: the measure is not counted in “%(text)s”. Work the figure out, and add it by hand."),
    "left_thousands": N_(
        "Row %(row)s: by “%(text)s” its figure may be in thousands, millions or pence. Work it out, and add it by hand."
    ),
    "left_parted": N_(
        "Row %(row)s: “%(text)s” may be one figure that was parted at its comma. Copy the cells from a spreadsheet, or "
        "put quotation marks round the figure."
    ),
    "left_longer": N_(
        "Row %(row)s has more cells than there are headings: %(text)s. A figure or a text may have been parted. Copy "
        "the cells from a spreadsheet."
    ),
    "left_point": N_("Row %(row)s: the dot in “%(text)s” may part thousands or be a decimal point. Add it by hand."),
    "left_choice": N_("Row %(row)s: “%(text)s” is not known. The row is taken without it."),
    "unsaved_formula": N_("%(cell)s is a formula whose result was not saved. Open and save the file, then choose it."),
    "column measure": N_("the measure"),
    "column measure_words": N_("the measure, in words"),
    "column quantity": N_("how much in this period"),
    "column unit": N_("the unit, to compare"),
    "column headcount": N_("people behind it"),
    "column area": N_("where"),
    "column organisation": N_("who did it"),
    "column tier": N_("their part"),
    "column status": N_("how sure"),
    "column bound": N_("exact, or about"),
    "column evidence": N_("the document"),
    "column dated": N_("the document’s date"),
    "column public_note": N_("a note for readers"),
    "column derivation": N_("how it was worked out"),
    "column local_definition": N_("what local means here"),
    "column running_total": N_("a total so far: not used"),
    "column part_of": N_("not used"),
    "column kind": N_("not used"),
    "column link": N_("not used"),
    "column checked_by": N_("not used"),
    "column checked_on": N_("not used"),
    "column project": N_("the project, to compare"),
    "column period": N_("the days, to compare"),
    "column start": N_("the first day, to compare"),
    "column end": N_("the last day, to compare"),
}
FIGURES = {
    "must": N_("Must"),
    "look": N_("Look"),
    "status self-reported": N_("We say so ourselves"),
    "status evidenced": N_("A document shows it"),
    "status verified": N_("Somebody else checked it"),
    "not_said": N_("Not said"),
    "the_sender": N_("Whoever sends it"),
    "as_every": N_("As for every row"),
    "exactly": N_("Exactly"),
    "nobody": N_("Nobody"),
    "no_document": N_("None"),
    "document_number": N_("Document %(number)s"),
    "not_promised": N_("Not among what was promised."),
    "promised_is": N_("Promised"),
    "so_far": N_("So far, with this period"),
    "no_value": N_("Counted, no £. %(why)s"),
    "worth": N_("%(pounds)s, %(kind)s value"),
    "beside_totals": N_("%(pounds)s, %(kind)s value, beside the totals"),
    "counted_alone": N_("Rows that are counted and have no £"),
    "local_apart": N_("Apart from these: local economic value, %(pounds)s. Most of it would be spent anyway."),
    "in_prices": N_("After deductions, in prices of %(year)s."),
    "not_sent": N_("Promised and left empty: %(number)s. They are not sent. Write 0 where nothing was delivered."),
    "kept_at": N_("Kept on this device at %(at)s. You can go on with things to do."),
    "not_kept": N_("This browser keeps no draft. Save the return before you leave."),
    "no_part": N_("No other row"),
    "not_sent_row": N_("a row that is not sent"),
    "whole_lost": N_("It is part of a row that is not sent."),
    "whole_choose": N_("Choose another row, or none."),
    "was": N_("Was: %(was)s."),
    "changed_since": N_("What changed since version %(version)s"),
    "change_added": N_("Added"),
    "change_changed": N_("Changed"),
    "change_removed": N_("Taken out"),
    "document_added": N_("Document added"),
    "document_changed": N_("Document changed"),
    "document_removed": N_("Document taken out"),
    "was_is": N_("%(what)s: was %(was)s, now %(is)s."),
    "no_change": N_("Nothing differs from what was sent."),
    "no_title": N_("no title yet"),
    "nothing": N_("nothing"),
    "put_back": N_("Put it back"),
    "taken_off": N_("%(rate)s of what is left: %(what)s"),
}
FINISH = {
    "choose": N_("Choose"),
    "nothing_wrong": N_("Nothing is wrong. Rows: %(rows)s. Documents: %(documents)s."),
    "no_rows": N_("No row has a figure yet."),
    "musts_first": N_("Mend what must be mended first."),
    "ready": N_("Nothing is missing. Choose a way to send it."),
    "who_sends": N_("Choose who sends it."),
    "why correct": N_("Why is it corrected?"),
    "why withdraw": N_("Why is it taken back?"),
    "say_why": N_("Say why, in a sentence that the public can read."),
    "too_long_why": N_("The reason is too long: at most %(most)s letters."),
    "takes_back": N_("This takes version %(version)s back. None of its figures will count."),
    "back_to_figures": N_("Back to the figures"),
    "on_forge": N_("On %(forge)s"),
    "put_folder": N_("Unpack it in data/returns/. It holds %(folder)s"),
    "letter": N_("A return is attached: %(title)s (%(file)s)."),
    "draft_gone": N_("The draft is deleted from this device."),
}


MANY = {
    "changes": N_n("%(num)s thing differs from what was sent.", "%(num)s things differ from what was sent."),
    "rows_read": N_n("%(num)s row can be taken%(sheet)s.", "%(num)s rows can be taken%(sheet)s."),
    "rows_named": N_n("%(name)s (%(num)s row)", "%(name)s (%(num)s rows)"),
    "left_others": N_n(
        "%(num)s row is of another project or of other days: %(names)s.",
        "%(num)s rows are of other projects or other days: %(names)s.",
    ),
    "promised": N_n("%(num)s measure promised", "%(num)s measures promised"),
    "returns_sent": N_n("%(num)s return sent", "%(num)s returns sent"),
    "to_do": N_n("%(num)s thing to do", "%(num)s things to do"),
    "to_look": N_n("%(num)s to look at", "%(num)s to look at"),
}


Sentences = dict[str, str | dict[str, str]]
"""Each sentence by its name, its placeholders still to be filled."""


def first_texts() -> Sentences:
    """The sentences of the first step, before a project is chosen."""
    return {name: in_words(text) for name, text in START.items()}


def texts() -> Sentences:
    """The sentences of all that comes then."""
    steps = {f"step {name}": text for name, text in STEPS.items()} | {"step quantity": N_("Quantity")}
    off: Mapping[str, str] = {f"off {name}": text for name, text in TAKEN_OFF.items()}
    every: dict[str, str] = {**INCOMING, **FIGURES, **FINISH, **steps, **off}
    sentences: Sentences = {name: in_words(text) for name, text in every.items()}
    return sentences | {name: forms(*both) for name, both in MANY.items()}

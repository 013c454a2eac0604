### What people read. {$…} values come ready for show.

status-verified = Verified
status-claimed = Claimed, not verified
status-disputed = Disputed
status-rumour = Rumour
status-opinion = Opinion

kind-fact = Fact
kind-quote = Quote
kind-timeline = Timeline
kind-topic = Topic
kind-source = Source

type-person = person
type-team = team
type-company = company
type-model = model
type-product = product
type-platform = platform
type-benchmark = benchmark
type-publication = publication
type-concept = concept
type-place = place
type-event = event

work-video = video
work-post = post
work-paper = paper
work-press = press article
work-documentation = documentation
work-filing = filing
work-dataset = dataset

label-status = Status
label-correction = Correction
label-sources = Sources
label-original = Original words
label-checked = Checked
label-type = Type
label-aliases = Also called
label-released = Released
label-parameters = Sizes
label-licence = Licence
label-modalities = Modalities
label-roles = Roles
label-exists = Existed
label-parents = Part of
label-entries = In this pack
label-publisher = Publisher
label-report = Report a mistake
label-id = id
label-about = About

speaker-anonymous = An anonymous speaker
speaker-unknown = Speaker not known
attribution-inferred = { $speaker } (inferred from context)

quotation = “{ $words }”

date-about = about { $date }
date-uncertain = { $date } (uncertain)
date-interval = { $start } to { $end }
date-since = since { $start }

place-caption = caption { $at }
place-page = page { $at }
place-section = { $at }
place-timestamp = at { $at }
place-other = { $at }

role = { $title }, { $organisation }
role-dated = { $role }: { $dates } ({ $status })
role-reports-to = reports to { $person }

entries-facts = { $count ->
    [one] 1 fact
   *[other] { $count } facts
}
entries-quotes = { $count ->
    [one] 1 quote
   *[other] { $count } quotes
}
entries-timeline = { $count ->
    [one] 1 timeline entry
   *[other] { $count } timeline entries
}

source-line = { $title }, { $publisher }, { $date }
source-with-place = { $source }, { $place }

list-separator = ,{ " " }
label-value = { $label }: { $value }

search-title = Results for “{ $query }”
timeline-title = Timeline
timeline-title-of = Timeline: { $topic }
page = { $page } of { $pages }

nothing = There is nothing on “{ $query }” in this pack.
nothing-at-all = There is nothing of that kind in this pack.
nothing-near = There is nothing on “{ $query }” in this pack. Near topics: { $topics }.
nothing-in-range = There is no timeline entry in that range.
nothing-exhausted = This page is no longer there; the list has become shorter.
bad-date = “{ $text }” is not a date. Write 2025, 2025-11 or 2025-11-05.
bad-range = The range ends before it begins: since { $since }, until { $until }.

help-title = { $title }
help-about = Answers from a checked pack of facts, quotes and timeline entries. Every answer shows its status and its sources; nothing is made up.
help-commands = Commands
help-fact = a fact about a topic, or one at random
help-quote = what somebody said, by speaker or topic
help-timeline = what happened when
help-search = everything that matches
help-topic = a person, team, model or idea, with all that is here about it
help-random = anything at random
help-help = this text
help-mention = Or ask in plain words: “{ $example }”. A first word such as quote or timeline narrows it down.
help-example = who leads FAIR
help-pack = Pack
help-licence = Licence
help-as-of = Current up to
help-counts = Contents
help-version = Version
help-statuses = What the marks mean
help-status-verified = a public record that does not depend on the source agrees
help-status-claimed = the source says so; not checked, or not checkable
help-status-disputed = records disagree
help-status-rumour = the source itself reports it as talk
help-status-opinion = a judgement by whoever says it

console-welcome = { $title }. Type /help for the commands, Ctrl-D to leave.
console-unknown-command = There is no command /{ $command }. Type /help for those there are.
console-unknown-option = /{ $command } has no option “{ $option }”. It takes: { $options }.
console-no-options = /{ $command } takes no options.
console-more = { $count } more: /next
console-no-more = There is nothing more to show.
console-bad-language = “{ $language }” is not a language here. Use { $languages }.
console-bad-kind = “{ $kind }” is not a kind. Use { $kinds }.
help-next = the next answer of the same kind
help-language = the language of the answers: /language zh-Hans
help-quit = leave
console-language-set = Answers are in { $language } from now on.

"""The sentences of a second check by another person: asked for with the tap that begins one.

`python -m tools.write_tables` writes the page's copy, static/second/words.js.
"""

from collections.abc import Mapping

LISTED = 256  # words of `second.list`: each of four stands for eight bits

_LIST = (
    "anchor apple apron arrow autumn badge bakery bamboo banana barrel basket beach bean beetle "
    "bell bicycle biscuit blanket bonnet bottle bowl branch bread bridge broom bucket buffalo "
    "butter button cabin cactus camel camera candle canoe carpet carrot castle cello chalk cherry "
    "chimney cinema circle clock cloud clover cobra coconut coffee comet compass copper coral "
    "cotton cousin cradle crayon cricket crystal cupboard curtain daisy dancer desert diamond "
    "dolphin donkey dragon drawer drum eagle easel elbow elephant emerald engine falcon farmer "
    "feather fiddle finger flag flute forest fossil fountain fox frog funnel galaxy garden garlic "
    "ginger giraffe glacier glove goblet gorilla granite grape guitar hammer harbour hazel "
    "hedgehog helmet hotel hunter iceberg igloo insect island ivory jacket jaguar jelly jersey "
    "jewel jigsaw jockey jungle kettle kitchen kitten koala ladder lagoon lantern lemon leopard "
    "lettuce library lily lobster locket lotus magnet mango marble market meadow melon mirror "
    "monkey mosaic mountain museum mushroom mustard napkin needle nickel noodle novel nutmeg "
    "oasis ocean olive onion orchard organ ostrich otter oyster paddle palace panda paper parrot "
    "pebble pencil pepper piano pigeon pillow pirate planet pocket poem pony potato pumpkin "
    "puppet puzzle pyramid quilt rabbit radio rainbow raven ribbon river robin rocket rose ruby "
    "saddle sailor salmon sandal satin scarf school scissors seagull shadow silver sofa spider "
    "spinach spoon squirrel stadium statue summer sunset swan table teapot temple tennis theatre "
    "thunder ticket tiger toast tomato torch tractor train trumpet tulip tunnel turtle umbrella "
    "valley vanilla velvet village violin volcano waffle wagon walnut walrus whale whistle willow "
    "window winter wizard wolf yogurt zebra zipper"
)

SECOND: Mapping[str, str] = {
    "second.list": _LIST,
    "second.title": "Second check: {drug}",
    "second.about": "{title}, {label}. Edition {edition}.",
    "second.about-blind": "{title}. Edition {edition}.",
    "second.no-label": "no label chosen",
    "second.what": "A second person works it out again from the order, without having seen the "
    "first entries or the first answer. Both go out of sight until the second is done.",
    "second.one": "On this phone",
    "second.two": "On two phones",
    "second.device": "Against the device",
    "second.end": "End the check",
    "second.ended": "The check has ended. Nothing of it is kept.",
    "second.kept": "Nothing is kept and nothing is sent. Leaving this page ends the check, and its "
    "entries are gone.",
    "second.misses": "What a second check does not catch",
    "second.misses-both": "Both made the same slip, or read the same word of the order wrongly.",
    "second.misses-order": "The order, the chart or the name on it is wrong, or it is of another "
    "patient.",
    "second.misses-told": "The second person was told a figure, or had seen the first entries.",
    "second.misses-rule": "The calculator does not fit this patient, or its source is wrong.",
    "second.turn": "The second person enters everything",
    "second.turn-text": "The first entries and their answer are out of sight, since {time}. Give "
    "this phone to the second person, who enters everything again from the order, the label too, "
    "and then taps Compare below the answer.",
    "second.compare": "Compare",
    "second.incomplete": "Not compared yet: {why}",
    "second.agree": "The two agree",
    "second.agree-text": "The second person came to the same entries and to the same answer.",
    "second.agree-words": "The words were called the same on two phones, so entries and answer are "
    "the same.",
    "second.agree-device": "The device shows what was worked out, where it was compared.",
    "second.tries": "Tries until they agreed: {count}. {time}.",
    "second.same": "{name}: {first} and {second} are the same.",
    "second.differ": "The two do not agree",
    "second.differ-text": "Neither answer stands. Both entries were struck, and what differed is "
    "named below. Read the order again; then the first person begins anew.",
    "second.tried": "Tries so far: {count}.",
    "second.again": "Begin anew",
    "second.again-text": "The first person enters everything again from the order, and taps the "
    "button below the answer. Tries so far: {count}.",
    "second.hand-over": "Done: check it again",
    "second.calculator": "Another drug or calculator: first {first}, second {second}.",
    "second.edition": "Another edition: first {first}, second {second}.",
    "second.entry": "{name}: first {first}, second {second}.",
    "second.entry-times": "{name}: first {first}, second {second}. {times}",
    "second.nothing": "nothing",
    "second.second-more": "The second is {times} the first.",
    "second.first-more": "The first is {times} the second.",
    "second.times": "{count} times",
    "second.times-10": "ten times",
    "second.times-100": "a hundred times",
    "second.times-1000": "a thousand times",
    "second.exchanged": "{one} and {other} may be exchanged.",
    "second.none-first": "The first entries have no answer: {why}",
    "second.none-second": "The second entries have no answer: {why}",
    "second.answer": "{name}: the answers differ.",
    "second.answer-times": "{name}: the answers differ. {times}",
    "second.answer-one": "{name}: one of the two has no such answer.",
    "second.words": "Read four words aloud",
    "second.words-text": "Both persons enter everything on a phone of their own, each from the "
    "order, and tap Second check, then On two phones. First say to each other the drug, the "
    "calculator, the label and the edition above; then read the words aloud, one phone after the "
    "other.",
    "second.words-bits": "They are made from the drug, the calculator, the edition, the label, "
    "every entry and every answer: 4 words of a list of {count}, 32 bits. They tell nothing of "
    "what was entered.",
    "second.words-same": "The same four words",
    "second.words-other": "Other words",
    "second.code": "Code for the other phone",
    "second.code-name": "A code that opens this calculator on another phone",
    "second.code-text": "It opens this calculator on the other phone, ready for a second check. It "
    "holds the edition, and no entry.",
    "second.code-lost": "The code cannot be drawn: it is not saved here, and there is no network.",
    "second.no-words": "This browser makes no words at an address without encryption. Use one "
    "phone.",
    "second.struck": "The words differ",
    "second.struck-text": "The entries of this phone are struck, and nothing of them is named "
    "until the other phone has struck its own. Tap Other words there too.",
    "second.both-struck": "Both are struck",
    "second.named": "What was struck on this phone",
    "second.named-text": "Hold it against what the other phone names, and against the order. Then "
    "both begin anew.",
    "second.named-entry": "{name}: {value}",
    "second.invited": "Second check on this phone",
    "second.invited-text": "Enter everything from the order, the label too, without being told any "
    "of it. Once there is an answer, tap Second check below it, then On two phones.",
    "second.invited-edition": "The other phone holds the edition {other}, and this one {own}. The "
    "words will differ: bring both to one edition first.",
    "second.device-text": "The answer is out of sight. Enter what the display of the device shows, "
    "read from it and from no paper.",
    "second.device-entry": "{name}, as the device shows it",
    "second.device-unit": "Unit in which the device shows {name}",
    "second.device-empty": "Enter at least one figure that the device shows.",
    "second.device-refused": "{name}: {why}",
    "second.device-same": "{name}: {shown}, the same.",
    "second.device-rounded": "{name}: {shown}, the same at the places that the device shows.",
    "second.device-left": "{name}: not compared.",
    "second.device-differs": "{name}: the device shows {shown}, which is not what was worked out.",
    "second.device-times": "{name}: the device shows {shown}, which is not what was worked out. "
    "{times}",
    "second.device-more": "It shows {times} as much.",
    "second.device-less": "What was worked out is {times} as much.",
    "second.differ-device": "The device shows something else",
    "second.differ-device-text": "The entries and the answer were struck. Read the order and the "
    "display again; then begin anew.",
}

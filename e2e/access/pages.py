"""Pages that look like no other, for what is asked of them at several sizes."""

PAGES = [
    "/",
    "/offline/",
    "/baclofen/emergency/withdrawal/",
    "/baclofen/calculators/titration/",
    "/baclofen/protocols/screening/us/",
    "/baclofen/monograph/screening/",
    "/baclofen/monograph/renal/",
    "/baclofen/monograph/unlabelled-use/",
    "/baclofen/differences/",
    "/baclofen/interactions/",
    "/baclofen/events/",
    "/baclofen/compare/",
    "/baclofen/sources/",
    "/baclofen/refusals/",
    "/baclofen/pdfs/",
    "/baclofen/list/",
]

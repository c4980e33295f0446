"""Invented articles of 2025: page types, boxes, edits, additions and withdrawals."""

from __future__ import annotations

from tests.newsroom.story import (
    Bullets,
    Gallery,
    Photo,
    PhotoBox,
    ReadAlso,
    Reference,
    Story,
    Subhead,
    dateline,
    moscow,
)

STORIES = (
    Story(
        number=1943651,
        section="pressreview",
        published=moscow("2025-04-15 13:00:00"),
        headline="Press review: Ferries go electric as ports run short of plugs",
        lead="What the papers write on Tuesday, April 15th",
        dateline=dateline("MOSCOW", "April 15"),
        blocks=(
            (
                "Ferries change to batteries faster than ports to sockets; a mint looks for a new motif. So much "
                "for Tuesday’s front pages."
            ),
            Subhead("Rechnoi Vestnik: Ferries wait in line for a plug"),
            "Eleven electric ferries share four sockets on the lower Volga, Rechnoi Vestnik writes.",
            "The paper’s sources expect the queue to last until autumn.",
            Subhead("Moneta: Mint asks children for the next coin"),
            "The mint will choose the motif of a commemorative coin among drawings from schools, Moneta says.",
            "The papers are quoted here and not vouched for.",
        ),
    ),
    Story(
        number=1961523,
        section="economy",
        published=moscow("2025-05-21 09:33:33"),
        headline="Herring quota to be counted in fish instead of tonnes",
        lead="Fishermen fear for their arithmetic",
        dateline=dateline("YUZHNO-SAKHALINSK", "May 21"),
        blocks=(
            "Next year’s herring quota will be counted in fish, the fisheries agency has proposed.",
            PhotoBox(Photo(4410, "Herring on a sorting table in Nevelsk", "Semyon Kashin/TASS")),
            "A tonne is about 3,400 fish, [the agency’s note](/tag/fisheries) says, “give or take a bucket.”",
            ReadAlso((1125779, 1347639)),
            "The proposal will be discussed until 1 July.",
            Reference("The quota has been counted in tonnes since 1958."),
        ),
        topics=("Fisheries",),
        edits={
            1: {
                "modified": moscow("2025-12-21 08:00:00"),
                "headline": "Herring quota to be counted in fish from January",
            },
            2: {"modified": moscow("2025-12-22 08:00:00"), "lead": "Fishermen have asked for a calculator"},
        },
    ),
    Story(
        number=2002987,
        section="politics",
        published=moscow("2025-08-16 00:40:07"),
        label="Northern Rivers Summit",
        headline="Governor thanks rivers for their patience",
        lead="“There was a river for every delegate,” he said",
        dateline=dateline("MOSCOW", "August 16"),
        blocks=(
            "The governor of Zarechny Region, Boris Tikhonov, has thanked the rivers for their patience.",
            ReadAlso((2003011,), label=False, caption="The Northern Dvina at dawn"),
            "Eleven rivers were on the agenda, and none was left out, he said.",
            "The next meeting is to be held upstream.",
        ),
        topics=("Foreign policy",),
        photo=Photo(5102, "Boris Tikhonov on the pier", "Regional Administration Press Service/TASS"),
    ),
    Story(
        number=2003011,
        section="world",
        published=moscow("2025-08-16 01:55:12"),
        headline="Summit delegates leave by boat",
        lead="The airport was closed because of fog",
        dateline=dateline("ARKHANGELSK", "August 16"),
        blocks=(
            "Delegates of the river summit have left Arkhangelsk by boat because of fog at the airport.",
            "The boat was late as well.",
        ),
        topics=("Weather",),
        also_in=("politics",),
        withdrawn_epoch=1,
    ),
    Story(
        number=2019585,
        section="defense",
        published=moscow("2025-09-22 18:18:18"),
        headline="Army kitchens to bake on birch coal",
        lead="Bread tastes better, cooks say",
        dateline=dateline("NIZHNY TAGIL", "September 22"),
        blocks=(
            "Field kitchens will bake on birch coal from next spring, the logistics staff said.",
            "A loaf needs 38 minutes, two more than before.",
        ),
        withdrawn_epoch=2,
        withdrawn_status=404,
    ),
    Story(
        number=2019949,
        section="politics",
        published=moscow("2025-09-23 14:02:02"),
        kind="interview",
        headline="Chief ferryman: “A river is a road that moves”",
        lead=None,
        blocks=(
            "Arkady Sominov has run the ferries of the middle Volga for thirty years. He spoke to TASS about fog.",
            "**— When do you stop the ferries?**",
            "— When I cannot see my own hand on the rail. My hands are large, so that is late.",
            "**— And who decides that it clears?**",
            "— The geese. They leave first.",
        ),
    ),
    Story(
        number=2020077,
        section="economy",
        published=moscow("2025-09-23 20:20:20"),
        kind="opinion",
        headline="Why small stations should keep their clocks",
        lead="A column on what a timetable is for",
        blocks=(
            "A station without a clock is a platform. People stand on it as they would stand in a field.",
            "A clock costs as much as forty kilograms of rail. I have done the sum twice.",
        ),
        topics=("Railways",),
    ),
    Story(
        number=2030013,
        section="science",
        published=moscow("2025-10-14 11:11:11"),
        kind="explainer",
        headline="What are noctilucent clouds, and why are there more of them?",
        lead=None,
        blocks=(
            "Noctilucent clouds are the highest clouds there are. They are seen in summer, after sunset.",
            Subhead("What do they consist of?"),
            "Ice, frozen on dust of meteors, some 80 kilometers up.",
            Subhead("What is needed to see them?"),
            Bullets(("a clear horizon in the north;", "patience;", "a latitude between 50 and 65 degrees.")),
        ),
        topics=("Weather",),
    ),
    Story(
        number=2037857,
        section="society",
        published=moscow("2025-10-30 17:45:00"),
        headline="Week in pictures: pumpkin regatta, frost on rails, a very small parade",
        lead="Seven days on one page",
        blocks=(
            Gallery(
                (
                    Photo(6001, "A pumpkin boat on the pond of Suzdal, October 26", "Sergei Malyshok/TASS"),
                    Photo(6002, "Frost on the narrow-gauge line near Alapayevsk", "AP Photo/Ewa Lind"),
                    Photo(6003, "Four musicians make up the parade of Lower Sinyachikha", None),
                )
            ),
            "Pumpkins sailed, rails froze and a parade took ninety seconds: this week in pictures.",
        ),
    ),
    Story(
        number=2047291,
        section="sports",
        published=moscow("2025-11-19 07:30:29"),
        headline="Goalkeeper scores from his own goal line — and into it",
        lead="The wind changed in the 89th minute",
        dateline=dateline("KHABAROVSK", "November 19"),
        blocks=(
            "A goalkeeper in Khabarovsk has scored twice with one kick, once for each side, the referee ruled.",
            "The score remained level.",
        ),
        topics=("Ice hockey", "Weather"),
        edits={1: {"blocks": ("A goalkeeper in Khabarovsk has scored with a kick from his own goal line.",)}},
    ),
    Story(
        number=2055173,
        section="world",
        published=moscow("2025-12-05 16:00:00"),
        headline="Lighthouse keepers elect a president; the vote was unanimous & quiet",
        lead='Ballots came by bottle, "all of them dry"',
        dateline=dateline("TALLINN", "December 5"),
        blocks=(
            "Lighthouse keepers of four seas have elected a president, their association said on Friday.",
            'Ballots were sent by bottle; "all of them dry," says the record <no. 14>.',
        ),
    ),
    Story(
        number=2062041,
        section="society",
        published=moscow("2025-12-19 22:05:51"),
        dated=False,
        headline="Notice to visitors of the reading room",
        lead="Gloves are no longer lent",
        blocks=(
            "The reading room of the city archive no longer lends gloves. Visitors may bring their own.",
            "The rule holds until further notice.",
        ),
    ),
    # Two pages that are no articles: nothing to read, and nothing to call it by.
    Story(
        number=2062285,
        section="science",
        published=moscow("2025-12-20 10:10:10"),
        headline="Live: launch of the Zarnitsa balloon",
        lead="The broadcast begins in a moment",
        blocks=(),
    ),
    Story(
        number=2062461,
        section="economy",
        published=moscow("2025-12-20 18:59:59"),
        headline="",
        lead=None,
        blocks=(
            "Prices of felt boots have not changed over the week, according to the wholesale market of Ivanovo.",
        ),
    ),
    Story(
        number=2062743,
        section="pressreview",
        published=moscow("2025-12-21 09:00:00"),
        headline="Press review: Snow ploughs get names and a bakery its bridge back",
        lead="What the papers write on Sunday, December 21st",
        dateline=dateline("MOSCOW", "December 21"),
        blocks=(
            (
                "Ploughs are named by schoolchildren; a bakery gets its bridge back. So much for Sunday’s "
                "front pages."
            ),
            Subhead("Gorodskiye Izvestiya: Plough number seven is called Bella"),
            "Twelve ploughs have been given names, Gorodskiye Izvestiya reports.",
        ),
    ),
    Story(
        number=2062815,
        section="defense",
        published=moscow("2025-12-21 12:34:56"),
        first_epoch=1,
        headline="Signal corps retires its last pigeon",
        lead="She carried 1,204 messages and lost one",
        dateline=dateline("RYAZAN", "December 21"),
        blocks=(
            "The signal corps has retired its last carrier pigeon, the garrison newspaper writes.",
            "She will live with the sergeant who trained her.",
        ),
    ),
    Story(
        number=2062943,
        section="politics",
        published=moscow("2025-12-21 19:00:01"),
        first_epoch=1,
        headline="Street names: seven of nine approved",
        lead="The two that were taken stay with their streets",
        dateline=dateline("MOSCOW", "December 21"),
        blocks=(
            "The commission on street names has approved seven of nine names, its secretary said on Sunday.",
        ),
        edits={
            2: {
                "modified": moscow("2025-12-22 08:30:00"),
                "blocks": (
                    "The commission on street names has approved eight of nine names, its secretary said on Sunday.",
                    "An earlier version gave another number.",
                ),
            }
        },
    ),
    Story(
        number=2063245,
        section="emergencies",
        published=moscow("2025-12-22 07:45:00"),
        first_epoch=2,
        headline="Lost drone found in a nest",
        lead="The storks had left in September",
        dateline=dateline("BRYANSK", "December 22"),
        blocks=("Rescuers have taken a survey drone out of a stork’s nest, the regional service said.",),
        topics=("Weather",),
        also_in=("society",),
    ),
)

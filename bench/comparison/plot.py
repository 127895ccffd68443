"""Time and memory against the number of reports, as an SVG drawing."""
import html
import math
import statistics

from summary import Summary

WIDTH, HEIGHT, LEFT, TOP, RIGHT, BOTTOM = 400, 260, 62, 34, 32, 40
COLOURS = {"averment": "#c0392b", "averment, text only": "#e59866", "bare Xapian": "#2471a3", "SQLite FTS5": "#229954",
           "Lucene 8": "#7d3c98"}


def most_threads(s, engine, key):
    runs = s.get(engine, "index") or {}
    return runs[max(runs)][key] if runs else None


def all_queries(s, engine):
    medians = [s.median(engine, c) for c in s.classes(engine)]
    return statistics.mean(medians) if medians else None


CHARTS = (
    ("Indexing, s, with as many threads as it can", lambda s, e: most_threads(s, e, "seconds")),
    ("Peak of memory in indexing, MB", lambda s, e: most_threads(s, e, "peak_mb")),
    ("A page: 10 hits, facets, snippets; ms", lambda s, e: s.median(e, "page")),
    ("A query, mean of the classes' medians, ms", all_queries),
    ("Adding 100 reports until searchable, s", lambda s, e: s.get(e, "add", "seconds")),
    ("Index compacted, MB", lambda s, e: s.get(e, "compact", "index_mb")),
)


class Axis:
    """Logarithmic, whole powers of ten at its ends."""

    def __init__(self, values, begin, end):
        self.low, self.high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
        self.high += self.high == self.low
        self.begin, self.end = begin, end

    def at(self, value):
        return self.begin + (math.log10(value) - self.low) / (self.high - self.low) * (self.end - self.begin)

    def ticks(self):
        return [10.0 ** power for power in range(self.low, self.high + 1)]


def text(x, y, content, anchor="middle", size=11):
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-size="{size}">{html.escape(content)}</text>'


def line(points, colour, width):
    joined = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return f'<polyline points="{joined}" fill="none" stroke="{colour}" stroke-width="{width}"/>'


def chart(title, lines):
    """lines: engine → [(reports, value)]."""
    points = [point for of_engine in lines.values() for point in of_engine]
    drawn = [text(WIDTH / 2, 18, title, size=13)]
    if not points:
        return drawn
    across = Axis([x for x, _ in points], LEFT, WIDTH - RIGHT)
    up = Axis([y for _, y in points], HEIGHT - BOTTOM, TOP)
    for tick in across.ticks():
        drawn += [line([(across.at(tick), TOP), (across.at(tick), HEIGHT - BOTTOM)], "#ddd", 1),
                  text(across.at(tick), HEIGHT - BOTTOM + 16, f"{tick:,.0f}")]
    for tick in up.ticks():
        drawn += [line([(LEFT, up.at(tick)), (WIDTH - RIGHT, up.at(tick))], "#ddd", 1),
                  text(LEFT - 6, up.at(tick) + 4, f"{tick:,.10g}", "end")]
    drawn.append(text(WIDTH / 2, HEIGHT - 6, "reports"))
    for engine, of_engine in lines.items():
        places = [(across.at(x), up.at(y)) for x, y in of_engine]
        drawn.append(line(places, COLOURS[engine], 2))
        drawn += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{COLOURS[engine]}"/>' for x, y in places]
    return drawn


def legend(engines):
    drawn, x = [], LEFT
    for engine in engines:
        drawn += [line([(x, 14), (x + 22, 14)], COLOURS[engine], 3), text(x + 28, 18, engine, "start", 12)]
        x += 50 + 7 * len(engine)
    return drawn


def growth(results):
    sizes = [Summary(size) for size in results["sizes"]]
    engines = [name for name in COLOURS if any(name in s.engines() for s in sizes)]
    height = 30 + HEIGHT * math.ceil(len(CHARTS) / 2)
    drawn = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {2 * WIDTH} {height}" font-family="sans-serif">',
             f'<rect width="{2 * WIDTH}" height="{height}" fill="white"/>', *legend(engines)]
    for number, (title, value_of) in enumerate(CHARTS):
        lines = {e: [(s.reports, value_of(s, e)) for s in sizes if value_of(s, e)] for e in engines}
        drawn += [f'<g transform="translate({number % 2 * WIDTH},{30 + number // 2 * HEIGHT})">',
                  *chart(title, {e: points for e, points in lines.items() if points}), "</g>"]
    return "\n".join([*drawn, "</svg>"]) + "\n"

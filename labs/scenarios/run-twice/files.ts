import type { Files } from '../../python/run.ts';

// What is shown of it, and what these cells do with it, is the same with pandas 3.0.2 and 3.1.1 (tried 2026-11-29).
const TABLE = `"""The prices: a DataFrame where pandas is installed, and else as much of one as this notebook needs."""

try:
    from pandas import DataFrame
except ModuleNotFoundError:

    class Column(list):
        def __mul__(self, number):
            return Column(value * number for value in self)

        __rmul__ = __imul__ = __mul__

        def __truediv__(self, number):
            return self * (1 / number)

        def sum(self):
            return sum(self)

    class DataFrame(dict):
        def __init__(self, columns):
            for name, values in columns.items():
                self[name] = values

        def __setitem__(self, name, values):
            super().__setitem__(name, Column(values))

        def copy(self):
            return DataFrame(self)

        def __repr__(self):
            columns = [["", *map(str, range(len(self["item"])))]]
            for name, values in self.items():
                columns.append([name, *(str(round(v, 2) if isinstance(v, float) else v) for v in values)])
            widths = [max(map(len, column)) for column in columns]
            return "\\n".join("  ".join(map(str.rjust, row, widths)) for row in zip(*columns))


reads = 0


def read_prices():
    """The prices as they stand in the shop's list, read anew."""
    global reads
    reads += 1
    return DataFrame({"item": ["tea", "rice", "oil"], "price": [40.0, 35.0, 25.0]})
`;

/** The disk below the notebook. */
export const FILES: Files = { 'table.py': TABLE };

/** How often the kernel has read the prices. */
export const PROBE = `import sys

getattr(sys.modules.get("table"), "reads", 0)
`;

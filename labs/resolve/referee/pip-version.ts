/** The pip that is asked: its wheel is declared in vendor.json. */
export const REAL_PIP = '26.3';

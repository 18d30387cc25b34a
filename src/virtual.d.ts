/** A file and all that it imports, as the text of one classic script: src/classic-scripts.ts. */
declare module '*?classic' {
  const code: string;
  export default code;
}

/** What there is below /python/, with sizes in bytes: src/python-files.ts. */
declare module 'virtual:python-files' {
  const files: {
    /** Pyodide's. */
    readonly version: string;
    readonly sizes: Readonly<Record<string, number>>;
  };
  export default files;
}

/** A Python program as text. */
declare module '*.py?raw' {
  const text: string;
  export default text;
}

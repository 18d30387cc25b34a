// What is used of WebAssembly. TypeScript declares it with the DOM, which nothing here has.
declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array);
  }
  type Instantiate = (source: unknown, imports?: object) => Promise<unknown>;
  let instantiate: Instantiate;
}

/** The address of a worker that is built with the page: src/threads.ts. */
declare module '*?thread' {
  const address: string;
  export default address;
}

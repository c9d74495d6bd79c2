/** The package's own types cover its index only, which brings the whole parser with it: 25 kB that are not needed here. */
declare module '@mozilla/readability/Readability-readerable.js' {
  export default function isProbablyReaderable(doc: Document): boolean;
}

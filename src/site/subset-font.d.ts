/** The part of subset-font 2.9 that is used; the package ships no types. */
declare module 'subset-font' {
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options: {readonly targetFormat: 'woff2'; readonly keepFeatures: string[]; readonly noHinting: boolean},
  ): Promise<Uint8Array>
}

declare module "wink-lemmatizer" {
  const lemmatizer: {
    readonly verb: (form: string) => string;
    readonly noun: (form: string) => string;
  };
  // The package is CommonJS.
  // biome-ignore lint/style/noDefaultExport: that is how its one object comes in.
  export default lemmatizer;
}

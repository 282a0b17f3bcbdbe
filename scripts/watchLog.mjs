/** Prints begin, errors and end of each rebuild in the form that `.vscode/tasks.json` matches. */
export const watchLog = (out) => ({
  name: 'watch-log',
  setup(build) {
    build.onStart(() => console.log(`[build] started ${out}`));
    build.onEnd(({ errors }) => {
      for (const { text, location } of errors) {
        const place = location ? `${location.file}:${location.line}:${location.column + 1}` : `${out}:1:1`;
        console.error(`${place}: error: ${text}`);
      }
      console.log(`[build] finished ${out}`);
    });
  },
});

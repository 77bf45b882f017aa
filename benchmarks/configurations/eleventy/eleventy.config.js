import highlight from "@11ty/eleventy-plugin-syntaxhighlight";

export default function (config) {
  config.addPlugin(highlight);
  // A term and its notes, fifty a page.
  config.addCollection("tagPages", (all) => {
    const notes = all.getFilteredByGlob("src/notes/**/*.md");
    const tags = new Map();
    for (const note of notes)
      for (const tag of note.data.tags) tags.set(tag, [...(tags.get(tag) ?? []), note]);
    return [...tags].flatMap(([tag, tagged]) =>
      Array.from({ length: Math.ceil(tagged.length / 50) }, (_, number) => ({
        tag,
        folder: tag.replaceAll(" ", "-"),
        number: number + 1,
        notes: tagged.slice(50 * number, 50 * (number + 1)),
      })),
    );
  });
  config.addCollection("notes", (all) => all.getFilteredByGlob("src/notes/**/*.md"));
  return { dir: { input: "src", output: "public" }, markdownTemplateEngine: false };
}

/** The generated values by their path in the project, and what is wrong in the sources. */
export function compileGuide(root?: string): { outputs: Record<string, unknown>; problems: string[] };

/** The text of each generated file, formatted like the rest of the project. */
export function generatedFiles(outputs: Record<string, unknown>): Promise<Record<string, string>>;

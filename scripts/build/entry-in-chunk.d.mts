interface File {
  readonly path: string;
  readonly text: string;
}

export function entryInChunk(files: readonly File[], entryName: string): readonly File[];

/** Hands a file to the browser's downloads. */
export function saveFile({ name, blob }: { readonly name: string; readonly blob: Blob }): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // subtle: the download reads the address after the click returns.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

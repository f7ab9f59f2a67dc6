import type { Picture } from './picture.ts';

/** Pixels of a PNG to a CSS pixel, in either direction. */
export const pngDensity = 2;

/**
 * A picture as a PNG file; undefined when the browser cannot draw it. It is drawn by the browser itself from the SVG, so
 * that both files look alike.
 */
export async function svgAsPng({ svg, width, height }: Picture): Promise<Blob | undefined> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image(width, height);
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width * pngDensity;
    canvas.height = height * pngDensity;
    const context = canvas.getContext('2d');
    if (context === null) return undefined;
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    // subtle: a canvas that is larger than a browser allows may take everything and hold nothing.
    if (context.getImageData(0, 0, 1, 1).data[3] === 0) return undefined;
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    return blob ?? undefined;
  } catch {
    // An image that is refused, or no memory for the canvas: to the reader the same.
    return undefined;
  } finally {
    URL.revokeObjectURL(url);
  }
}

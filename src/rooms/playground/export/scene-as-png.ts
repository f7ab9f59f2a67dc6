import { FaultError, fault } from '../../../../shared/fault.ts';
import { monoFont, sansFont, type Scene, type Shape } from './chart-scene.ts';

/**
 * A scene as a PNG file, `density` pixels to a CSS pixel.
 *
 * @throws FaultError `internal` when the browser gives no canvas or no picture.
 */
export async function sceneAsPng(scene: Scene, density = 2): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = scene.width * density;
  canvas.height = scene.height * density;
  const context = canvas.getContext('2d');
  if (context === null)
    throw new FaultError(fault('internal', 'the browser gives no canvas to draw a PNG on'));
  context.scale(density, density);
  context.fillStyle = scene.background;
  context.fillRect(0, 0, scene.width, scene.height);
  for (const shape of scene.shapes) paint(context, shape);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob === null) throw new FaultError(fault('internal', 'the browser made no PNG of the chart'));
  return blob;
}

function paint(context: CanvasRenderingContext2D, shape: Shape): void {
  switch (shape.kind) {
    case 'rect':
      context.beginPath();
      context.roundRect(shape.x, shape.y, shape.width, shape.height, Math.min(shape.radius, shape.width / 2));
      if (shape.fill !== undefined) {
        context.fillStyle = shape.fill;
        context.fill();
      }
      if (shape.stroke !== undefined) {
        context.strokeStyle = shape.stroke;
        context.lineWidth = 1.5;
        context.stroke();
      }
      return;
    case 'line':
      context.beginPath();
      context.moveTo(shape.x1, shape.y1);
      context.lineTo(shape.x2, shape.y2);
      context.strokeStyle = shape.stroke;
      context.lineWidth = shape.width;
      context.stroke();
      return;
    case 'text':
      context.font = `${shape.bold ? '600 ' : ''}${shape.size}px ${shape.mono ? monoFont : sansFont}`;
      context.textAlign = shape.anchor === 'end' ? 'right' : 'left';
      context.fillStyle = shape.fill;
      context.fillText(shape.text, shape.x, shape.y);
  }
}

import { z } from 'zod';
import { action } from './actions.ts';
import { letters } from './values.ts';

const LEAST_RATIO = 1.45;

const area = z.strictObject({
  bounds: z.strictObject({
    x: z.int().min(0),
    y: z.int().min(0),
    width: z.int().min(1),
    height: z.int().min(1),
  }),
  action: action('rich-menu'),
});

/** A rich menu; its picture must be as large as it says. */
export const richMenu = z
  .strictObject({
    size: z
      .strictObject({ width: z.int().min(800).max(2500), height: z.int().min(250) })
      .refine(({ width, height }) => width / height >= LEAST_RATIO, {
        path: ['height'],
        message: `Width must be at least ${LEAST_RATIO} times the height`,
      }),
    selected: z.boolean(),
    name: letters(300),
    chatBarText: letters(14),
    areas: z.array(area).max(20, 'Must be at most 20 areas'),
  })
  .superRefine(({ size, areas }, context) => {
    areas.forEach(({ bounds }, index) => {
      const inside = bounds.x + bounds.width <= size.width && bounds.y + bounds.height <= size.height;
      if (!inside)
        context.addIssue({
          code: 'custom',
          path: ['areas', index, 'bounds'],
          message: 'Must lie within the menu',
        });
    });
  });

/** A rich menu that has been found to be in order. */
export type RichMenu = z.infer<typeof richMenu>;

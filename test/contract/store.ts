import { describe } from 'vitest';
import type { MakeDatabase } from './database.ts';
import { effectsContract } from './effects.ts';
import { erasureContract } from './erasure.ts';
import { figuresContract } from './figures.ts';
import { inboxContract } from './inbox.ts';
import { missedContract } from './missed.ts';
import { modelContract } from './model.ts';
import { recordsContract } from './records.ts';
import { sharingContract } from './sharing.ts';
import { speedContract } from './speed.ts';

/** What every store promises, whatever database is behind it. */
export function storeContract(name: string, make: MakeDatabase): void {
  describe(`a store on ${name}`, () => {
    inboxContract(make);
    effectsContract(make);
    erasureContract(make);
    recordsContract(make);
    missedContract(make);
    figuresContract(make);
    modelContract(make);
    sharingContract(make);
    speedContract(make);
  });
}

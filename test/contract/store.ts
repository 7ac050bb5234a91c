import { describe } from 'vitest';
import { accountsContract } from './accounts.ts';
import { auditContract } from './audit.ts';
import type { MakeDatabase } from './database.ts';
import { effectsContract } from './effects.ts';
import { erasureContract } from './erasure.ts';
import { figuresContract } from './figures.ts';
import { inboxContract } from './inbox.ts';
import { learnedContract } from './learned.ts';
import { missedContract } from './missed.ts';
import { modelContract } from './model.ts';
import { recordsContract } from './records.ts';
import { samplesContract } from './samples.ts';
import { seenContract } from './seen.ts';
import { sessionsContract } from './sessions.ts';
import { sharingContract } from './sharing.ts';
import { sourcesContract } from './sources.ts';
import { speedContract } from './speed.ts';
import { tasksContract } from './tasks.ts';
import { versionsContract } from './versions.ts';

/** What every store promises, whatever database is behind it. */
export function storeContract(name: string, make: MakeDatabase): void {
  describe(`a store on ${name}`, () => {
    inboxContract(make);
    effectsContract(make);
    erasureContract(make);
    recordsContract(make);
    sourcesContract(make);
    tasksContract(make);
    learnedContract(make);
    accountsContract(make);
    sessionsContract(make);
    auditContract(make);
    versionsContract(make);
    missedContract(make);
    figuresContract(make);
    seenContract(make);
    modelContract(make);
    samplesContract(make);
    sharingContract(make);
    speedContract(make);
  });
}

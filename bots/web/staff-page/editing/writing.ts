import type { ReactiveControllerHost } from 'lit';
import type { Entry } from '../../../../src/knowledge/index.ts';
import type { WaitingProposal } from '../../staff/routes/editing.ts';
import type { DescribedConflict } from '../../staff/routes/refusals.ts';
import type { Trouble } from '../api.ts';
import { type EditingClient, type Refusal, refusalOf } from './client.ts';
import { afterConflict, withPart } from './conflicts.ts';
import type { Draft, DraftStore } from './drafts.ts';
import { missing, type PlacedFault, placeFault } from './faults.ts';
import { blankForm, type Edit, type EntryForm, entryOf, formOf, isSame } from './model.ts';

/** How far the work on one entry has come. */
export type Stage =
  | { readonly kind: 'loading' }
  /** There is neither an entry nor a draft of this name. */
  | { readonly kind: 'absent' }
  /** A draft of an earlier day may be gone on with. */
  | { readonly kind: 'offered'; readonly draft: Draft }
  | { readonly kind: 'writing' }
  | { readonly kind: 'proposed'; readonly proposal: number };

/** A part that others have changed too; `side` is whose words stand in the form now. */
export interface OpenConflict {
  readonly conflict: DescribedConflict;
  readonly side: 'mine' | 'theirs';
}

/** One entry as it is being written: what was loaded, what was made of it, and what the server says of it. */
export class Writing {
  id = '';
  stage: Stage = { kind: 'loading' };
  form: EntryForm = blankForm({});
  version = 0;
  why = '';
  waiting: readonly WaitingProposal[] = [];
  /** The proposal that is gone on from. */
  proposal: number | undefined;
  /** There is no entry of this name yet. */
  isNew = false;
  /** What the server said, or is missing; `sentence` sums it up. */
  sentence = '';
  faults: readonly PlacedFault[] = [];
  conflicts: readonly OpenConflict[] = [];
  trouble: Trouble | undefined;
  isSaving = false;
  /** The browser has kept what was written. */
  isKept = true;
  /** What was thrown away last, to be taken back. */
  discarded: Draft | undefined;
  #base: EntryForm = blankForm({});
  #question: number | undefined;
  /** The entry with one's own changes on top, and as the others have it; undefined where it is not known. */
  #sides: { readonly mine: Entry | undefined; readonly theirs: Entry | undefined } = {
    mine: undefined,
    theirs: undefined,
  };
  readonly #host: Pick<ReactiveControllerHost, 'requestUpdate'>;
  readonly #client: EditingClient;
  readonly #drafts: DraftStore;

  constructor(
    host: Pick<ReactiveControllerHost, 'requestUpdate'>,
    client: EditingClient,
    drafts: DraftStore,
  ) {
    this.#host = host;
    this.#client = client;
    this.#drafts = drafts;
  }

  get isDirty(): boolean {
    return this.why !== '' || !isSame(this.form, this.#base);
  }

  /** Loads an entry, or what a proposal would make of it. */
  async open(id: string, proposal?: number): Promise<void> {
    const loaded = await this.#load(id, proposal);
    if (loaded === undefined) return;
    const draft = this.#drafts.read(id);
    if (draft !== undefined && (this.isNew || !isSame(draft.form, this.#base))) {
      this.#set({ stage: { kind: 'offered', draft } });
    } else {
      this.#set({ stage: { kind: this.isNew ? 'absent' : 'writing' } });
    }
  }

  /** Begins an entry that is not there yet; false where it cannot, and `sentence` says why. */
  async begin(id: string, form: EntryForm, question: number | undefined): Promise<boolean> {
    const loaded = await this.#load(id);
    if (loaded === undefined) return false;
    if (!this.isNew) {
      this.#set({ sentence: 'このIDの項目は、もうあります。ほかのIDにしてください。' });
      return false;
    }
    this.#question = question;
    this.#set({ form, sentence: '', stage: { kind: 'writing' } });
    this.#keep();
    return true;
  }

  async #load(id: string, proposal?: number): Promise<true | undefined> {
    this.id = id;
    this.proposal = proposal;
    const answered = await this.#client.entry(id, proposal);
    if (answered.kind !== 'answer') {
      this.#set({ trouble: answered });
      return undefined;
    }
    const { version, entry, waiting } = answered.data;
    this.#base = entry ? formOf(entry) : blankForm({});
    this.#set({ form: this.#base, version, waiting, isNew: entry === undefined, trouble: undefined });
    return true;
  }

  /** Goes on with a draft, from the version that it was made from. */
  resume({ form, version, why, question }: Draft): void {
    this.#question = question;
    this.#set({ form, version, why, discarded: undefined, stage: { kind: 'writing' } });
    this.#keep();
  }

  /** Throws away what was written; it can be taken back until the page is left. */
  discard(): void {
    const { stage } = this;
    const discarded = stage.kind === 'offered' ? stage.draft : this.#draft();
    this.#drafts.remove(this.id);
    this.#settle('');
    this.#set({ form: this.#base, why: '', conflicts: [], discarded, stage: { kind: 'writing' } });
  }

  /** What was wrong at `fields` is no longer told: they are others now. */
  edit(edit: Edit, fields: readonly string[] = []): void {
    this.#set({ form: edit(this.form) });
    this.#mended(fields);
    this.#keep();
  }

  explain(why: string): void {
    this.#set({ why });
    this.#mended(['why']);
    this.#keep();
  }

  #mended(fields: readonly string[]): void {
    const faults = this.faults.filter(({ field }) => !fields.includes(field));
    if (faults.length === this.faults.length) return;
    const sentence = faults.length === 0 ? '' : this.sentence.replace(/\d+(?=か所)/, String(faults.length));
    this.#settle(sentence, faults);
  }

  /** Says what cannot be done at one field. */
  object(fault: PlacedFault): void {
    const others = this.faults.filter(({ field }) => field !== fault.field);
    this.#set({ faults: [...others, fault] });
  }

  /** Puts one side of a conflict into the form. */
  take(place: number, side: OpenConflict['side']): void {
    const form = this.#taken(place, side);
    if (form === undefined) return;
    const conflicts = this.conflicts.map((each, i) => (i === place ? { ...each, side } : each));
    this.#set({ form, conflicts });
    this.#keep();
  }

  /** Whether the part of a conflict can be found in the form. */
  canTake(place: number, side: OpenConflict['side']): boolean {
    return this.#taken(place, side) !== undefined;
  }

  #taken(place: number, side: OpenConflict['side']): EntryForm | undefined {
    const source = this.#sides[side];
    return source && withPart(this.form, this.conflicts[place]!.conflict.path, source);
  }

  /** Lays it before a second person. */
  async propose(): Promise<void> {
    if (this.isSaving) return;
    if (this.why.trim() === '') {
      this.#settle('提案する前に、1か所を書いてください。', [
        missing('why', '理由', '理由を書いてください。'),
      ]);
      return;
    }
    this.#settle('');
    this.#set({ isSaving: true, trouble: undefined });
    const { id, version, why, form } = this;
    const question = this.#question && { question: this.#question };
    const answered = await this.#client.propose({ id, version, why, entry: entryOf(form), ...question });
    if (answered.kind === 'answer') {
      this.#drafts.remove(id);
      this.#set({ isSaving: false, conflicts: [], stage: { kind: 'proposed', proposal: answered.data.id } });
      return;
    }
    if (answered.kind === 'refused') await this.#refused(answered.sentence, refusalOf(answered.data), form);
    else this.#set({ trouble: answered });
    this.#set({ isSaving: false });
  }

  /** What was sent is `form`: the faults are about it, though somebody may have typed on. */
  async #refused(
    sentence: string,
    { faults, conflicts, overridden }: Refusal,
    form: EntryForm,
  ): Promise<void> {
    const placed = faults.map((fault) => placeFault(fault, form));
    if (overridden === undefined) {
      this.#settle(sentence, placed);
      return;
    }
    const { version, entry } = overridden;
    const present = await this.#client.entry(this.id);
    const theirs =
      present.kind === 'answer' && present.data.version === version ? present.data.entry : undefined;
    this.#sides = { mine: entry ?? undefined, theirs };
    if (theirs) this.#base = formOf(theirs);
    this.#settle('', placed);
    this.#set({
      version,
      form: entry
        ? afterConflict(
            this.form,
            entry,
            conflicts.map(({ path }) => path),
          )
        : this.form,
      conflicts: conflicts.map((conflict) => ({ conflict, side: 'mine' })),
    });
    this.#keep();
  }

  #settle(sentence: string, faults: readonly PlacedFault[] = []): void {
    this.#set({ sentence, faults });
  }

  #draft(): Draft {
    const { version, form, why } = this;
    return { version, form, why, ...(this.#question && { question: this.#question }) };
  }

  #keep(): void {
    if (this.isDirty || this.isNew) this.#set({ isKept: this.#drafts.write(this.id, this.#draft()) });
    else this.#drafts.remove(this.id);
  }

  #set(state: Partial<Writing>): void {
    Object.assign(this, state);
    this.#host.requestUpdate();
  }
}

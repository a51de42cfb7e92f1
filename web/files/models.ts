// SPDX-License-Identifier: MIT
// files/models.ts: models/models.json, the list of networks that this page offers.
import type { News } from '../generated/news';
import { Failure, failureOf } from '../seam/errors';
import { fetchData } from './fetching';
import type { Atelier } from '../seam/module';

type Sink = Pick<Atelier, 'tell'>;

// As the module is told of it.
export type ListedModel = Extract<News, { type: 'models-listed' }>['models'][number];

// What a model makes of the training images, and their pictures, in pieces 000.gz, 001.gz, ...
export interface NeighbourFiles {
  url: string;
  bytes: number;
  pictures: string; // their folder, with its last slash
}

// A listed model and where its files are.
export interface Model extends ListedModel {
  url: string;
  neighbours?: NeighbourFiles | undefined; // where it is known what it makes of the training images
}

// Of the one that the visitor has brought. It is in no list and has no address.
export const ownModelId = 'own';

export interface ModelList {
  models: Model[];
  defaultId: string;
}

export class ModelCatalogue {
  own: Model | null = null;

  private list: Promise<ModelList> | null = null;
  private cache: RequestCache = 'default';

  constructor(
    private readonly baseUrl: string,
    private readonly buildId: string,
  ) {}

  // The list, fetched once; after a failure the next call tries again.
  load(): Promise<ModelList> {
    this.list ??= this.fetchList().catch((thrown: unknown) => {
      this.list = null;
      this.cache = 'reload'; // it may hold what was wrong
      throw failureOf(thrown, 'model-unusable');
    });
    return this.list;
  }

  async find(id: string): Promise<Model> {
    if (id === ownModelId && this.own) return this.own;
    const { models } = await this.load();
    const model = models.find((candidate) => candidate.id === id);
    if (!model) throw new Failure('model-unusable', `no model '${id}' in models.json`);
    return model;
  }

  async report(sink: Sink): Promise<void> {
    try {
      const { models, defaultId } = await this.load();
      const listed = models.map(({ url: _url, neighbours: _neighbours, ...model }) => model);
      sink.tell({ type: 'models-listed', models: listed, default: defaultId });
    } catch (thrown) {
      sink.tell({ type: 'models-failed', error: failureOf(thrown, 'model-unusable') });
    }
  }

  private async fetchList(): Promise<ModelList> {
    const url = new URL(`models/models.json?v=${this.buildId}`, this.baseUrl).href;
    const response = await fetchData(url, { cache: this.cache });
    return parseModelList(await response.json(), this.baseUrl);
  }
}

// Takes what the page needs and names the first field that is not as it should be.
export function parseModelList(json: unknown, baseUrl: string): ModelList {
  const root = new Fields(json, 'models.json');
  const models = root.list('models').map((entry) => {
    const verdicts = entry.object('verdicts');
    const file = entry.text('file');
    const neighbours = entry.has('neighbours')
      ? neighbourFiles(entry.object('neighbours'), baseUrl)
      : undefined;
    // The address changes with the content: no visitor gets an old file with a new list.
    const sha256 = entry.text('sha256');
    return {
      id: entry.text('id'),
      title: entry.text('title'),
      sha256,
      parameters: entry.number('parameters'),
      macs: entry.number('macs'),
      bytes: entry.number('bytes'),
      test_accuracy: entry.object('accuracy').number('test'),
      temperature: entry.number('temperature'),
      unsure_probability: verdicts.number('unsure_probability'),
      unsure_margin: verdicts.number('unsure_margin'),
      unfamiliar_energy: verdicts.number('unfamiliar_energy'),
      reads_drawings: entry.flag('reads_drawings'),
      url: new URL(`models/${file}?v=${sha256.slice(0, 8)}`, baseUrl).href,
      neighbours,
      neighbours_bytes: neighbours?.bytes ?? 0,
    };
  });
  const defaultId = root.text('default');
  if (!models.some(({ id }) => id === defaultId)) root.refuse('default', 'a listed model');
  return { models, defaultId };
}

// Likewise: the order of the pictures is a part of their address.
function neighbourFiles(entry: Fields, baseUrl: string): NeighbourFiles {
  const version = entry.text('sha256').slice(0, 8);
  return {
    url: new URL(`models/${entry.text('file')}?v=${version}`, baseUrl).href,
    bytes: entry.number('bytes'),
    pictures: new URL(`neighbours/${entry.text('order')}/`, baseUrl).href,
  };
}

// An object of unknown origin, read field by field.
class Fields {
  private readonly fields: Record<string, unknown>;

  constructor(
    value: unknown,
    private readonly path: string,
  ) {
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    if (!isObject) throw new Failure('model-unusable', `${path} is not an object`);
    this.fields = value as Record<string, unknown>;
  }

  number(name: string): number {
    const value = this.fields[name];
    return typeof value === 'number' && Number.isFinite(value)
      ? value
      : this.refuse(name, 'a number');
  }

  flag(name: string): boolean {
    const value = this.fields[name];
    return typeof value === 'boolean' ? value : this.refuse(name, 'true or false');
  }

  has(name: string): boolean {
    return this.fields[name] !== undefined;
  }

  text(name: string): string {
    const value = this.fields[name];
    return typeof value === 'string' && value !== '' ? value : this.refuse(name, 'a text');
  }

  object(name: string): Fields {
    return new Fields(this.fields[name], `${this.path}: ${name}`);
  }

  list(name: string): Fields[] {
    const value = this.fields[name];
    if (!Array.isArray(value)) return this.refuse(name, 'a list');
    return value.map((entry, index) => new Fields(entry, `${this.path}: ${name}[${index}]`));
  }

  refuse(name: string, expected: string): never {
    throw new Failure('model-unusable', `${this.path}: '${name}' is not ${expected}`);
  }
}

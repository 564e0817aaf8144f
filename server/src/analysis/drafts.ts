import { Cancelled, type Checkpoint } from '../base/checkpoint';
import { UnknownPosition } from '../dataflow/positions';
import type { ModuleEntry } from '../dataflow/program';
import type { ConfigSnapshot, Results } from '../dataflow/results';
import { type Config, PROJECT_WIDE } from '../facts/vocabulary';
import type { LiteralPart, SettingPart } from '../rules/parts';
import type { ActRule, DutyRule, FlowRule, Rule } from '../rules/rule';
import { type ActSite, type ActSites, actDraft, actSites } from '../rules/shapes/act';
import { dutyDrafts } from '../rules/shapes/duty';
import { flowDraft } from '../rules/shapes/flow';
import { credentialSites, type LiteralLike, literalDraft, literalSites } from '../rules/shapes/literal';
import type { Draft } from '../rules/shapes/place';
import { type SettingLike, settingDraft } from '../rules/shapes/setting';

const TAKES_CREDENTIALS: ReadonlySet<Config> = new Set([
  'credential',
  'token-secret',
  'database-client',
  'encryption-key',
]);

/**
 * What the rules say of results. An edit leaves most results as they are, so what was said of one is remembered with it:
 * it depends on nothing else.
 */
export class Drafting {
  private readonly said = new WeakMap<object, Map<object, readonly Draft[]>>();
  private readonly evidence = new WeakMap<object, readonly Rule[]>();
  private readonly dutyKinds: ReadonlySet<Config>;
  private readonly hasActs: boolean;
  /** Further ways in which the weakness of some rules shows. */
  private readonly parts = new Map<Rule, SettingLike>();
  private readonly literalParts = new Map<Rule, LiteralLike>();

  constructor(
    private readonly rules: readonly Rule[],
    private readonly isTest: (uri: string) => boolean,
  ) {
    this.hasActs = rules.some(({ shape }) => shape === 'act');
    this.dutyKinds = new Set([
      ...rules.flatMap((rule) => (rule.shape === 'duty' ? [...rule.of, ...(rule.given ?? []), ...rule.metBy] : [])),
      ...PROJECT_WIDE,
    ]);
    for (const rule of rules) {
      const { settings, literals } = rule as { settings?: SettingPart; literals?: LiteralPart };
      if (settings) this.parts.set(rule, { ...rule, ...settings });
      if (literals) this.literalParts.set(rule, { ...rule, ...literals });
    }
  }

  /** Drafts of one file's results by the rules' order. A rule that throws fails alone. */
  draftsOf(module: ModuleEntry, results: Results, checkpoint: Checkpoint): Said {
    const drafts: Draft[] = [];
    const problems: string[] = [];
    const hits = [...results.hits.values()];
    const acts = this.hasActs ? actSites(module) : [];
    const sinks = new Set(hits.map(({ kind }) => kind));
    const configs = [...results.configs.values()].flat();
    const kinds = new Set(configs.map(({ thing }) => thing.effect.spec.kind));
    const credentials = configs.filter(({ thing }) => TAKES_CREDENTIALS.has(thing.effect.spec.kind));
    const flows = (rule: FlowRule): void => {
      if (!rule.to.some((kind) => sinks.has(kind))) return;
      for (const hit of hits) {
        if (rule.to.includes(hit.kind)) drafts.push(...this.once(rule, hit, () => flowDraft(rule, hit)));
      }
    };
    const settings = (rule: SettingLike): void => {
      if (!rule.of.some((kind) => kinds.has(kind))) return;
      for (const snapshot of configs) {
        if (rule.of.includes(snapshot.thing.effect.spec.kind))
          drafts.push(...this.once(rule, snapshot, () => settingDraft(rule, snapshot)));
      }
    };
    const apply = (rule: Rule): void => {
      switch (rule.shape) {
        case 'flow':
          flows(rule);
          break;
        case 'setting':
          settings(rule);
          break;
        case 'literal':
          drafts.push(...this.literals(rule, module, credentials));
          break;
        case 'act':
          for (const { of, sites } of acts) drafts.push(...this.acts(rule, of, sites));
          break;
        case 'duty':
        case 'check':
          break;
      }
      const part = this.parts.get(rule);
      if (part) settings(part);
      const literalPart = this.literalParts.get(rule);
      if (literalPart) drafts.push(...this.literals(literalPart, module, credentials));
    };
    for (const rule of this.rules) {
      checkpoint();
      const before = drafts.length;
      try {
        apply(rule);
      } catch (error) {
        if (error instanceof Cancelled || error instanceof UnknownPosition) throw error;
        drafts.length = before;
        problems.push(`The rule ${rule.id} failed here: ${(error as Error).message}`);
      }
    }
    return { drafts, problems, evidence: this.evidenceIn(acts) };
  }

  private acts(rule: ActRule, of: object, sites: readonly ActSite[]): readonly Draft[] {
    const drafts = (): readonly Draft[] => sites.flatMap((site) => actDraft(rule, site) ?? []);
    return sites.some(({ isFileRead }) => isFileRead)
      ? drafts()
      : this.remembered(rule, of, drafts, () => sites.some(({ isFileRead }) => isFileRead));
  }

  /** Rules for which something in the file shows that the project cares. */
  private evidenceIn(acts: readonly ActSites[]): ReadonlySet<string> {
    const found = new Set<string>();
    for (const { of, sites } of acts) {
      let own = this.evidence.get(of);
      if (!own) {
        own = this.rules.filter((rule) => {
          const evidence = rule.shape === 'act' ? rule.evidence : undefined;
          return evidence !== undefined && sites.some(({ callee }) => evidence.test(callee));
        });
        this.evidence.set(of, own);
      }
      for (const { id } of own) found.add(id);
    }
    return found;
  }

  /** What duties are about. */
  dutySnapshots(results: Results): ConfigSnapshot[] {
    return [...results.configs.values()].flat().filter(({ thing }) => this.dutyKinds.has(thing.effect.spec.kind));
  }

  /** Things that the project as a whole does not provide for. */
  duties(snapshots: readonly ConfigSnapshot[]): Draft[] {
    const drafts: Draft[] = [];
    for (const rule of this.rules) {
      if (rule.shape !== 'duty') continue;
      const missing = dutyDrafts(rule, snapshots);
      for (const [snapshot, make] of missing) drafts.push(...this.once(rule satisfies DutyRule, snapshot, make));
    }
    return drafts;
  }

  private literals(rule: LiteralLike, module: ModuleEntry, credentials: readonly ConfigSnapshot[]): Draft[] {
    const drafts: Draft[] = [];
    for (const { of, sites } of literalSites(module)) {
      const said = this.remembered(rule, of, () =>
        sites.map((site) => literalDraft(rule, site, this.isTest(module.uri))).filter((draft) => draft !== undefined),
      );
      drafts.push(...said);
    }
    // Where a text is written may change without the thing that it is given to.
    for (const snapshot of credentials) {
      for (const site of credentialSites(snapshot)) {
        const draft = literalDraft(rule, site, this.isTest(site.module.uri));
        if (draft) drafts.push(draft);
      }
    }
    return drafts;
  }

  private once(rule: object, of: object, make: () => Draft | undefined): readonly Draft[] {
    return this.remembered(rule, of, () => {
      const draft = make();
      return draft ? [draft] : NO_DRAFTS;
    });
  }

  private remembered(
    rule: object,
    of: object,
    make: () => readonly Draft[],
    isMore: () => boolean = () => isFileRead(of),
  ): readonly Draft[] {
    let byRule = this.said.get(of);
    if (!byRule) {
      byRule = new Map();
      this.said.set(of, byRule);
    }
    let drafts = byRule.get(rule);
    if (!drafts) {
      drafts = make();
      if (!isMore()) byRule.set(rule, drafts);
    }
    return drafts;
  }
}

/** What all rules said of a file. */
export interface Said {
  readonly drafts: Draft[];
  readonly problems: string[];
  /** Rules for which something in the file shows that the project cares. */
  readonly evidence: ReadonlySet<string>;
}

const NO_DRAFTS: readonly Draft[] = [];

/** Whether any edit of the file may change what is said. */
function isFileRead(of: object): boolean {
  return 'thing' in of && (of as ConfigSnapshot).thing.isFileRead;
}

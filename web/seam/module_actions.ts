// SPDX-License-Identifier: MIT
// seam/module_actions.ts: what scripts and shortcuts do in the WebAssembly module. Each says whether it
// was carried out.
import type {
  AdjustPhotoAction,
  ArrangeAction,
  ChangeAction,
  ExplainAction,
  FilterAction,
  InsideAction,
  StressAction,
  StrokeAction,
} from './abi_values';
import type { Heap } from './heap';
import type { Photo } from '../files/photo';
import type { RawModule } from './raw_module';

export class ModuleActions {
  constructor(
    private readonly raw: RawModule,
    private readonly heap: Heap,
  ) {}

  doView(view: number): boolean {
    return this.raw._atelier_do_view(view) === 1;
  }

  doSelectSample(index: number): boolean {
    return this.raw._atelier_do_select_sample(index) === 1;
  }

  doEditSample(index: number): boolean {
    return this.raw._atelier_do_edit_sample(index) === 1;
  }

  doStroke({ points, tool, gray, size, mirrored, tolerance, gap }: StrokeAction): boolean {
    const { heap, raw } = this;
    const mirror = Number(mirrored);
    return heap.withFloats(
      points.flat(),
      (p) =>
        raw._atelier_do_stroke(p, points.length, tool, gray, size, mirror, tolerance, gap) === 1,
    );
  }

  doArrange({ dx, dy, scale, turn }: ArrangeAction): boolean {
    return this.raw._atelier_do_arrange(dx, dy, scale, turn) === 1;
  }

  doSoften(): boolean {
    return this.raw._atelier_do_soften() === 1;
  }

  doInvert(): boolean {
    return this.raw._atelier_do_invert() === 1;
  }

  doTrace(label: number | null): boolean {
    return this.raw._atelier_do_trace(label ?? -1) === 1;
  }

  doClear(): boolean {
    return this.raw._atelier_do_clear() === 1;
  }

  doUndo(): boolean {
    return this.raw._atelier_do_undo() === 1;
  }

  doRedo(): boolean {
    return this.raw._atelier_do_redo() === 1;
  }

  doSelectModel(id: string): boolean {
    return this.heap.withString(id, (p, n) => this.raw._atelier_do_select_model(p, n) === 1);
  }

  // By its number; null: closed.
  doOpenWhy(topic: number | null): boolean {
    return this.raw._atelier_do_open_why(topic ?? -1) === 1;
  }

  doExplain({ method, label, patch, stride, strength }: ExplainAction): boolean {
    return this.raw._atelier_do_explain(method ?? -1, label ?? -1, patch, stride, strength) === 1;
  }

  doInside({ layer, cell }: InsideAction): boolean {
    const { map, row, column } = cell ?? { map: -1, row: 0, column: 0 };
    return this.raw._atelier_do_inside(layer, map, row, column) === 1;
  }

  doChange({ method, target, strength }: ChangeAction): boolean {
    return this.raw._atelier_do_change(method, target ?? -1, strength ?? -1) === 1;
  }

  doStress({ shift, turn, scale, blur, contrast, noise, seed, along }: StressAction): boolean {
    const [x, y] = shift;
    return (
      this.raw._atelier_do_stress(x, y, turn, scale, blur, contrast, noise, seed, along ?? -1) === 1
    );
  }

  // Of preprocessing, by its number; null: all steps on.
  doSwitchStep(step: number | null, on: boolean): boolean {
    return this.raw._atelier_do_switch_step(step ?? -1, Number(on)) === 1;
  }

  // Null: as it was measured for the model.
  doTemperature(temperature: number | null): boolean {
    return this.raw._atelier_do_temperature(temperature ?? 0) === 1;
  }

  doOpenPhoto(name: string, { width, height, rgba }: Photo): boolean {
    return this.heap.withString(name, (n, nBytes) =>
      this.heap.withBytes(
        rgba,
        (p, bytes) => this.raw._atelier_do_open_photo(n, nBytes, width, height, p, bytes) === 1,
      ),
    );
  }

  doShowPhoto(): boolean {
    return this.raw._atelier_do_show_photo() === 1;
  }

  doShowDrawing(): boolean {
    return this.raw._atelier_do_show_drawing() === 1;
  }

  doAdjustPhoto({ background, trim, sharpening, resampling }: AdjustPhotoAction): boolean {
    return this.raw._atelier_do_adjust_photo(background, trim, sharpening, resampling) === 1;
  }

  // In 0..1 of the photo's sides; null: all of it.
  doCropPhoto(part: readonly [x: number, y: number, width: number, height: number] | null) {
    return this.raw._atelier_do_crop_photo(...(part ?? ([0, 0, 0, 0] as const))) === 1;
  }

  doSelectEngine(engine: number): boolean {
    return this.raw._atelier_do_select_engine(engine) === 1;
  }

  doEvaluate(engine: number): boolean {
    return this.raw._atelier_do_evaluate(engine) === 1;
  }

  doCancelEvaluation(): boolean {
    return this.raw._atelier_do_cancel_evaluation() === 1;
  }

  doReportSection(section: number): boolean {
    return this.raw._atelier_do_report_section(section) === 1;
  }

  doShowEvaluation(id: number): boolean {
    return this.raw._atelier_do_show_evaluation(id) === 1;
  }

  doCompareWith(id: number): boolean {
    return this.raw._atelier_do_compare_with(id) === 1;
  }

  doSelectCell(label: number | null, answer: number | null): boolean {
    return this.raw._atelier_do_select_cell(label ?? -1, answer ?? -1) === 1;
  }

  doVoteOnLabel(index: number, vote: number | null): boolean {
    return this.raw._atelier_do_vote_on_label(index, vote ?? -1) === 1;
  }

  doSaveVotes(): boolean {
    return this.raw._atelier_do_save_votes() === 1;
  }

  doFindPairs(space: number): boolean {
    return this.raw._atelier_do_find_pairs(space) === 1;
  }

  doCancelPairs(): boolean {
    return this.raw._atelier_do_cancel_pairs() === 1;
  }

  doFilter({ label, prediction, right, verdict, confidence, sort }: FilterAction): boolean {
    const [least, most] = confidence;
    const number = (value: number | boolean | null) => (value === null ? -1 : Number(value));
    return (
      this.raw._atelier_do_filter(
        number(label),
        number(prediction),
        number(right),
        number(verdict),
        least,
        most,
        sort,
      ) === 1
    );
  }

  doSaveSprite(): boolean {
    return this.raw._atelier_do_save_sprite() === 1;
  }

  doSaveReport(format: number): boolean {
    return this.raw._atelier_do_save_report(format) === 1;
  }

  doRetry(): boolean {
    return this.raw._atelier_do_retry() === 1;
  }

  doDismissNotice(): boolean {
    return this.raw._atelier_do_dismiss_notice() === 1;
  }

  doUseBundledData(): boolean {
    return this.raw._atelier_do_use_bundled_data() === 1;
  }

  // label null: all of them as by default.
  doRenameClass(label: number | null, name: string): boolean {
    return this.heap.withString(
      name,
      (p, n) => this.raw._atelier_do_rename_class(label ?? -1, p, n) === 1,
    );
  }

  doReadOwnModel(reading: number): boolean {
    return this.raw._atelier_do_read_own_model(reading) === 1;
  }
}

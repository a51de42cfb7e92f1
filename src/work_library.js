// SPDX-License-Identifier: MIT
// What work.cpp asks of web/work/worker.ts, which gives `work` to the module. No logic here.
mergeInto(LibraryManager.library, {
  work_js_progress__sig: 'vfii',
  work_js_progress: function (share, soFar, soFarBytes) { Module['work'].progress(share, soFar, soFarBytes); },

  work_js_cancelled__sig: 'i',
  work_js_cancelled: function () { return Module['work'].cancelled(); },
});

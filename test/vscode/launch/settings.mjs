/** Keeps the editor from covering the code with what has nothing to do with it. None of these is the product's own. */
export const quietSettings = {
  'editor.minimap.enabled': false,
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'chat.disableAIFeatures': true,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'typescript.validate.enable': false,
  'javascript.validate.enable': false,
  'update.mode': 'none',
};

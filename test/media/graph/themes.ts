// The colors that VS Code's own themes give a page, as far as the graph uses them.

const shared = { 'font-family': 'system-ui, sans-serif', 'font-size': '13px', 'editor-font-family': 'monospace' };

export const themes = {
  light: {
    kind: 'vscode-light',
    colors: {
      ...shared,
      'foreground': '#3b3b3b', 'descriptionForeground': '#3b3b3b', 'editor-background': '#ffffff', 'editor-foreground': '#3b3b3b', 'editorWidget-background': '#f8f8f8', 'editorWidget-border': '#c8c8c8',
      'charts-blue': '#1a85ff', 'charts-purple': '#652d90', 'charts-orange': '#d18616', 'charts-green': '#388a34', 'charts-red': '#e51400', 'charts-yellow': '#bf8803', 'charts-foreground': '#3b3b3b',
      'editorError-foreground': '#e51400', 'editorWarning-foreground': '#bf8803', 'errorForeground': '#f85149', 'focusBorder': '#005fb8', 'input-background': '#ffffff', 'input-border': '#cecece', 'input-foreground': '#3b3b3b', 'input-placeholderForeground': '#767676',
      'editorHoverWidget-background': '#f8f8f8', 'editorHoverWidget-border': '#c8c8c8', 'editor-findMatchHighlightBackground': '#ea5c0055', 'toolbar-hoverBackground': '#b8b8b850', 'textLink-foreground': '#005fb8',
    },
  },
  dark: {
    kind: 'vscode-dark',
    colors: {
      ...shared,
      'foreground': '#cccccc', 'descriptionForeground': '#9d9d9d', 'editor-background': '#1f1f1f', 'editor-foreground': '#cccccc', 'editorWidget-background': '#202020', 'editorWidget-border': '#454545',
      'charts-blue': '#3794ff', 'charts-purple': '#b180d7', 'charts-orange': '#d18616', 'charts-green': '#89d185', 'charts-red': '#f14c4c', 'charts-yellow': '#cca700', 'charts-foreground': '#cccccc',
      'editorError-foreground': '#f14c4c', 'editorWarning-foreground': '#cca700', 'errorForeground': '#f85149', 'focusBorder': '#0078d4', 'input-background': '#313131', 'input-border': '#3c3c3c', 'input-foreground': '#cccccc', 'input-placeholderForeground': '#989898',
      'editorHoverWidget-background': '#202020', 'editorHoverWidget-border': '#454545', 'editor-findMatchHighlightBackground': '#ea5c0055', 'toolbar-hoverBackground': '#5a5d5e50', 'textLink-foreground': '#4daafc',
    },
  },
  contrast: {
    kind: 'vscode-high-contrast',
    colors: {
      ...shared,
      'foreground': '#ffffff', 'descriptionForeground': '#ffffffb3', 'editor-background': '#000000', 'editor-foreground': '#ffffff', 'editorWidget-background': '#0c141f', 'editorWidget-border': '#6fc3df', 'contrastBorder': '#6fc3df', 'contrastActiveBorder': '#f38518',
      'charts-blue': '#3794ff', 'charts-purple': '#b180d7', 'charts-orange': '#d18616', 'charts-green': '#89d185', 'charts-red': '#f48771', 'charts-yellow': '#ffd370', 'charts-foreground': '#ffffff',
      'editorError-foreground': '#f48771', 'editorWarning-foreground': '#ffd370', 'errorForeground': '#f48771', 'focusBorder': '#f38518', 'input-background': '#000000', 'input-border': '#6fc3df', 'input-foreground': '#ffffff', 'input-placeholderForeground': '#ffffffb3',
      'editorHoverWidget-background': '#0c141f', 'editorHoverWidget-border': '#6fc3df', 'textLink-foreground': '#21a6ff',
    },
  },
} as const;

export type ThemeName = keyof typeof themes;

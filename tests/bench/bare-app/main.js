import { app, BrowserWindow } from 'electron';

// The least an Electron application can be: one window, one page; the anchor for start and memory.
void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1440, height: 900 });
  const page = process.env.SHIRUBE_BENCH_PAGE;
  if (page) return window.loadFile(page);
  return window.loadURL('data:text/html,<body data-ready="true">しるべ</body>');
});

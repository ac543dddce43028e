import localesPlugin from "@react-aria/optimize-locales-plugin";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [react(), { ...localesPlugin.vite({ locales: ["ja-JP", "en-US"] }), enforce: "pre" }],
  build: { target: "safari16", assetsInlineLimit: 0, chunkSizeWarningLimit: 1200 },
  server: { port: 5199, strictPort: true },
  test: {
    environment: "jsdom",
    testTimeout: 30_000,
    include: ["src/**/*.test.{ts,tsx}"],
    setupFiles: ["src/house/test-setup.ts"],
    css: { modules: { classNameStrategy: "non-scoped" } },
  },
});

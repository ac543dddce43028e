import "./theme/tokens.css";
import "./theme/type.css";
import "./theme/focus.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { answers } from "./house/ask.ts";
import { installKeys } from "./parts/keyboard.ts";

installKeys();

const root = document.getElementById("root");
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={answers}>
        <App />
      </QueryClientProvider>
    </StrictMode>,
  );
}

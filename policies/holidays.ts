// written by npm run generate: the holidays of every year that has been announced
import year2023 from "./holidays/2023.json" with { type: "json" };
import year2024 from "./holidays/2024.json" with { type: "json" };
import year2025 from "./holidays/2025.json" with { type: "json" };
import year2026 from "./holidays/2026.json" with { type: "json" };

export const holidays: readonly unknown[] = [year2023, year2024, year2025, year2026];

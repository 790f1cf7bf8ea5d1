"""Latents of the families as the pictures that they stand for: unpacked, scaled and decoded; and the way back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, eq=False)
class Scale:
    """How the latents of a pipeline lie to those of its autoencoder.

    `channels` are the autoencoder's, `factor` the pixels of one of its latents. With `patched` FLUX.2 keeps 2 x 2 of
    them as channels, normalised by the autoencoder's batch statistics. `deep` is an autoencoder of films, which wants
    an axis of time. `movq` is Kandinsky's, whose latents are not scaled at all.
    """

    vae: Any
    channels: int
    factor: int
    patched: bool = False
    deep: bool = False
    movq: bool = False

    def decode(self, latents: Any, tiny: Any) -> Any:
        """Pixels, as an array pictures x height x width x 3 of bytes, of unpacked latents."""
        vae = self.vae if tiny is None else tiny
        device, dtype = _find_place(vae)
        latents = latents.float()
        latents = self._shrink(latents) if tiny is None else _shrink_tiny(latents, tiny.config)
        latents = latents.to(device, dtype)
        if self.deep and tiny is None:
            latents = latents.unsqueeze(2)
        more = {"force_not_quantize": True} if self.movq and tiny is None else {}
        pixels = vae.decode(latents, return_dict=False, **more)[0].float()
        if pixels.ndim == 5:
            pixels = pixels[:, :, 0]
        if not pixels.isfinite().all():
            raise ValueError("the decoder's numbers overflow")
        pixels = (pixels[:, :3] / 2 + 0.5).clamp(0, 1).mul(255).round().byte()
        return pixels.permute(0, 2, 3, 1).contiguous().cpu().numpy()

    def encode(self, pictures: Any) -> Any:
        """Unpacked latents, as the pipeline scales them, of pictures from -1 to 1 (pictures x 3 x height x width)."""
        pictures = pictures.to(*_find_place(self.vae))
        encoded = self.vae.encode(pictures.unsqueeze(2) if self.deep else pictures)
        latents = encoded.latent if hasattr(encoded, "latent") else encoded.latent_dist.mode()
        if latents.ndim == 5:
            latents = latents[:, :, 0]
        return self._stretch(latents.float())

    def _shrink(self, latents: Any) -> Any:
        """From the pipeline's scale to the autoencoder's."""
        config = self.vae.config
        if self.patched or self.movq:  # for FLUX.2 that is done while unpacking
            return latents
        factor, shift = getattr(config, "scaling_factor", None), getattr(config, "shift_factor", None)
        mean, spread = _statistics(config, latents)
        if mean is not None:
            return latents * spread / (factor or 1.0) + mean
        return latents / (factor or 1.0) + (shift or 0.0)

    def _stretch(self, latents: Any) -> Any:
        config = self.vae.config
        factor, shift = getattr(config, "scaling_factor", None), getattr(config, "shift_factor", None)
        mean, spread = _statistics(config, latents)
        if mean is not None:
            return (latents - mean) / spread * (factor or 1.0)
        return (latents - (shift or 0.0)) * (factor or 1.0)


def find_scale(pipe: Any) -> Scale | None:
    """How a pipeline's latents are read; None where there is nothing known that reads them."""
    movq = getattr(pipe, "movq", None)
    vae = getattr(pipe, "vae", movq)
    config = getattr(vae, "config", None)
    if vae is None or config is None or not hasattr(vae, "decode"):
        return None
    channels = getattr(config, "latent_channels", None) or getattr(config, "z_dim", None)
    factor = getattr(pipe, "vae_scale_factor", None)
    if movq is not None and vae is movq:
        return Scale(vae, channels, 8, movq=True) if isinstance(channels, int) else None
    if not isinstance(channels, int) or not isinstance(factor, int):
        return None
    return Scale(vae, channels, factor, patched=hasattr(vae, "bn"), deep=getattr(config, "z_dim", None) is not None)


def unpack_latents(latents: Any, scale: Scale, width: int, height: int) -> Any:
    """Latents as pictures x channels x height x width, for a picture of that many pixels; None for unknown ones.

    Transformers see 2 x 2 latents as one word of a sentence; FLUX.1 and Qwen-Image keep them so between steps.
    """
    if latents.ndim == 5 and latents.shape[2] == 1:
        latents = latents[:, :, 0]
    if latents.ndim == 3:
        latents = _spread(latents, scale, width, height)
        if latents is None:
            return None
    if scale.patched and latents.ndim == 4 and latents.shape[1] == 4 * scale.channels:
        latents = _unpatch(latents, scale)
    return latents if latents.ndim == 4 and latents.shape[1] == scale.channels else None


def pack_latents(latents: Any, scale: Scale, like: Any, *, plain: bool = False) -> Any:
    """Unpacked latents in the shape that a pipeline keeps them in, which `like` has; the way back of `unpack_latents`.

    `plain` leaves the numbers of FLUX.2 as they are, for a mask.
    """
    count, channels, rows, columns = latents.shape
    if scale.patched:
        latents = latents.reshape(count, channels, rows // 2, 2, columns // 2, 2).permute(0, 1, 3, 5, 2, 4)
        latents = latents.reshape(count, 4 * channels, rows // 2, columns // 2)
        if not plain:
            mean, spread = _read_norm(scale, latents)
            latents = (latents - mean) / spread
        return latents.flatten(2).permute(0, 2, 1) if like.ndim == 3 else latents
    if like.ndim == 3 and like.shape[-1] == 4 * channels:
        latents = latents.reshape(count, channels, rows // 2, 2, columns // 2, 2).permute(0, 2, 4, 1, 3, 5)
        return latents.reshape(count, (rows // 2) * (columns // 2), 4 * channels)
    if like.ndim == 3:
        return latents.flatten(2).permute(0, 2, 1)
    return latents.unsqueeze(2) if like.ndim == 5 else latents


def _spread(latents: Any, scale: Scale, width: int, height: int) -> Any:
    """The words of a sentence (pictures x words x channels) as an area; None where they are too many or too few."""
    count, words, channels = latents.shape
    rows, columns = height // scale.factor, width // scale.factor
    if words == rows * columns and channels == scale.channels:
        return latents.permute(0, 2, 1).reshape(count, channels, rows, columns)
    rows, columns = rows // 2, columns // 2
    if words != rows * columns or channels != 4 * scale.channels:
        return None
    if scale.patched:
        return latents.permute(0, 2, 1).reshape(count, channels, rows, columns)
    latents = latents.reshape(count, rows, columns, scale.channels, 2, 2).permute(0, 3, 1, 4, 2, 5)
    return latents.reshape(count, scale.channels, 2 * rows, 2 * columns)


def _unpatch(latents: Any, scale: Scale) -> Any:
    """FLUX.2: out of the batch statistics, and the channels back to 2 x 2 latents."""
    mean, spread = _read_norm(scale, latents)
    latents = latents * spread + mean
    count, _, rows, columns = latents.shape
    latents = latents.reshape(count, scale.channels, 2, 2, rows, columns).permute(0, 1, 4, 2, 5, 3)
    return latents.reshape(count, scale.channels, 2 * rows, 2 * columns)


def _find_place(part: Any) -> tuple[Any, Any]:
    """Where a part works, which is elsewhere than its weights while they wait in main memory; and in which type."""
    weights = next(part.parameters())
    device = getattr(getattr(part, "_hf_hook", None), "execution_device", None)
    return weights.device if device is None else device, weights.dtype


def _read_norm(scale: Scale, like: Any) -> tuple[Any, Any]:
    statistics = scale.vae.bn
    mean = statistics.running_mean.reshape(1, -1, 1, 1).to(like.device, like.dtype)
    spread = (statistics.running_var.reshape(1, -1, 1, 1) + scale.vae.config.batch_norm_eps).sqrt()
    return mean, spread.to(like.device, like.dtype)


def _statistics(config: Any, latents: Any) -> tuple[Any, Any]:
    mean, spread = getattr(config, "latents_mean", None), getattr(config, "latents_std", None)
    if mean is None or spread is None:
        return None, None
    shape = (1, -1, 1, 1)
    return latents.new_tensor(mean).reshape(shape), latents.new_tensor(spread).reshape(shape)


def _shrink_tiny(latents: Any, config: Any) -> Any:
    return latents / getattr(config, "scaling_factor", 1.0) + getattr(config, "shift_factor", 0.0)
